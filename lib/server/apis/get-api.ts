import { inArray, sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { people } from '#db/schema/people.ts';
import type { ApiDto, OwnerDto, RevisionRefDto, SignOffDto, VerdictDto } from '#lib/domain/apis/dto.ts';
import { shownSignOff } from '#lib/domain/review/shown-sign-off.ts';
import { ownershipState } from '#lib/domain/ownership/attestation.ts';
import type { Ctx } from '../context.ts';
import { changedSinceSignOff } from '../gate/changed-since-sign-off.ts';
import { loadManyFacts } from '../gate/load-facts.ts';
import { notFound } from '../http/problem.ts';
import { riskOf } from '../risk/risk-of.ts';
import type { CompleteFacts } from '../gate/complete-facts.ts';
import { apiRights } from './api-rights.ts';
import { loadApi } from './load-api.ts';
import { verdictOf } from './verdicts.ts';

interface Extras extends Record<string, unknown> {
  application: ApiDto['application'];
  latest: RevisionRefDto | null;
  production: RevisionRefDto | null;
  offer: { team: string; teamName: string; by: string | null; at: string } | null;
}

/** Everything the page of an API shows first: who owns it, how risky it is, and whether it may ship. */
export async function getApi(ctx: Ctx, slug: string, db: Queryable = ctx.db): Promise<ApiDto> {
  const { api, place } = await loadApi(db, slug);
  const facts = (await loadManyFacts(db, { ids: [api.id] }, ctx.now)) as CompleteFacts[];
  const first = facts[0];
  if (!first) throw notFound(`API ${slug}`);
  const extras = await loadExtras(db, api.id);
  const names = await namesOf(db, facts);
  const told = await Promise.all(facts.map((one) => withChanges(ctx, db, one)));
  const verdicts = told.map((one) => verdictOf(one, names, ctx));
  const production = verdicts.find((verdict) => verdict.environment === 'production') ?? verdicts.at(-1);
  const risk = await riskOf(db, facts, ctx.now);
  const { owner } = first.api;
  return {
    slug: api.slug,
    name: api.name,
    description: api.description,
    kind: api.kind,
    exposure: api.exposure,
    dataClass: api.dataClass,
    criticality: api.criticality,
    tier: api.tier,
    lifecycle: api.lifecycle,
    application: extras.application,
    owner: ownerDto(first, extras.offer),
    ownership: ownershipState(owner, first.policy, first.now),
    risk,
    signOff: signOffOf(verdicts),
    gate: production?.outcome ?? 'prevented',
    verdicts,
    latestRevision: extras.latest,
    productionRevision: extras.production,
    hosts: api.hosts,
    tags: api.tags,
    repository: api.repository,
    protections: api.protections,
    registeredBy: place.registeredBy,
    createdAt: api.createdAt.toISOString(),
    updatedAt: api.updatedAt.toISOString(),
    version: api.version,
    rights: apiRights(ctx.actor.standing, place),
  };
}

/** Descriptions are compared for readers alone: a change does not wait for that inside its transaction. */
async function withChanges(ctx: Ctx, db: Queryable, facts: CompleteFacts): Promise<CompleteFacts> {
  return db === ctx.db ? ((await changedSinceSignOff(db, facts)) ?? facts) : facts;
}

function signOffOf(verdicts: VerdictDto[]): SignOffDto | null {
  return (
    shownSignOff(verdicts.map((verdict) => ({ ...verdict, isSigned: verdict.signOff.by.length > 0 })))
      ?.signOff ?? null
  );
}

function ownerDto({ api: { owner } }: CompleteFacts, offer: OwnerDto['offer']): OwnerDto {
  const iso = (instant: number | null) => (instant === null ? null : new Date(instant).toISOString());
  return {
    team: owner.team,
    teamName: owner.teamName,
    state: owner.state,
    since: iso(owner.since),
    confirmedAt: iso(owner.confirmedAt),
    offer: owner.state === 'accepted' ? offer : null,
  };
}

async function loadExtras(db: Queryable, apiId: string): Promise<Extras> {
  const revision = (
    column: string,
  ) => sql`(SELECT jsonb_build_object('id', v.id, 'number', v.number, 'version', v.version, 'digest', v.digest,
      'materialDigest', v.material_digest, 'uploadedAt', to_char(v.uploaded_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
    FROM revisions v WHERE v.id = ${sql.raw(`a.${column}`)})`;
  const { rows } = await db.execute<Extras>(sql`
    SELECT (SELECT jsonb_build_object('slug', p.slug, 'name', p.name) FROM applications p WHERE p.id = a.application_id) AS application,
      ${revision('latest_revision_id')} AS latest, ${revision('production_revision_id')} AS production,
      (SELECT jsonb_build_object('team', t.slug, 'teamName', t.name, 'by', (SELECT email FROM people WHERE id = a.offered_by),
          'at', to_char(a.offered_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
        FROM teams t WHERE t.id = a.offered_team_id) AS offer
    FROM apis a WHERE a.id = ${apiId}`);
  return rows[0]!;
}

/** Names of everybody who signed, whether or not they still hold the right. */
async function namesOf(db: Queryable, facts: CompleteFacts[]): Promise<Map<string, string>> {
  const emails = [...new Set(facts.flatMap((one) => one.api.signOffs.map((signOff) => signOff.by)))];
  if (emails.length === 0) return new Map();
  const rows = await db
    .select({ email: people.email, name: people.name })
    .from(people)
    .where(inArray(people.email, emails));
  return new Map(rows.map((row) => [row.email, row.name]));
}
