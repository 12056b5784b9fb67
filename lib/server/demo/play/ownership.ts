import { findApi } from '#db/demo/catalogue/all-apis.ts';
import type { Quality } from '#db/demo/catalogue/catalogue-entry.ts';
import { basePathOf, hostOf } from '#db/demo/describe/servers-of.ts';
import { firstBlueprint } from '#db/demo/describe/blueprint.ts';
import { revisionsOf } from '#db/demo/revisions.ts';
import { newId } from '#db/new-id.ts';
import type { ApiHost, Protections } from '#lib/domain/apis/dto.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import {
  mayAccept,
  mayAttest,
  mayDecline,
  mayEditApi,
  mayOffer,
  ownsAtOnce,
} from '#lib/domain/ownership/rights.ts';
import { tierOf } from '#lib/domain/risk/tier.ts';
import type { CatalogueEntry } from '#db/demo/catalogue/catalogue-entry.ts';
import type { Actor } from '../../context.ts';
import { actorIn, insist, placeIn, record } from '../actors.ts';
import type { Play } from './play.ts';
import { apiIn, teamById, teamIn } from '../world.ts';
import type { ApiRow, World, WorldApi } from '../world.ts';

const PROTECTIONS: Record<Quality, Protections> = {
  exemplary: { gateway: true, waf: true, authentication: true, rateLimit: true },
  solid: { gateway: true, waf: false, authentication: true, rateLimit: true },
  dated: { gateway: true, authentication: true },
  average: { authentication: true },
  careless: {},
};

function hostsOf(entry: CatalogueEntry): ApiHost[] {
  const first = firstBlueprint(entry);
  const [host, basePath] = [hostOf(first), basePathOf(first)];
  return [
    { host, basePath, environment: 'production' },
    { host: `staging.${host}`, basePath, environment: 'staging' },
  ];
}

function newRow(world: World, entry: CatalogueEntry, now: Date): ApiRow {
  const { slug, name, description, kind, exposure, dataClass, criticality, lifecycle, application } = entry;
  return {
    id: newId(now.getTime()),
    slug,
    name,
    description,
    kind,
    exposure,
    dataClass,
    criticality,
    tier: tierOf(entry),
    lifecycle,
    applicationId: world.applications.get(application)?.id ?? null,
    hosts: hostsOf(entry),
    tags: [...new Set([application.split('-')[0] ?? application, kind])],
    repository: `https://git.tidewright.example/${application}/${slug}`,
    protections: PROTECTIONS[entry.quality],
    registeredBy: null,
    ownerTeamId: null,
    ownerTermId: null,
    ownerSince: null,
    ownerConfirmedAt: null,
    offeredTeamId: null,
    offeredBy: null,
    offeredAt: null,
    latestRevisionId: null,
    latestRevisionAt: null,
    productionRevisionId: null,
    revisionCount: 0,
    riskScore: 0,
    riskLevel: 'low',
    severeFindings: 0,
    gate: 'prevented',
    signOff: 'missing',
    signOffValidUntil: null,
    signOffEnvironment: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** Counts the change of a row as a verb does. */
export function touch(row: ApiRow, now: Date, change: Partial<ApiRow>): void {
  Object.assign(row, change, { updatedAt: now, version: row.version + 1 });
}

function startTerm(world: World, api: WorldApi, actor: Actor, team: string, now: Date): void {
  const before = teamById(world, api.row.ownerTeamId)?.slug ?? null;
  const { id: teamId } = teamIn(world, team);
  const id = newId(now.getTime());
  const last = api.terms.at(-1);
  if (last) last.endedAt ??= now;
  api.terms.push({
    id,
    apiId: api.row.id,
    teamId,
    acceptedBy: actor.standing.name,
    startedAt: now,
    endedAt: null,
  });
  touch(api.row, now, {
    ownerTeamId: teamId,
    ownerTermId: id,
    ownerSince: now,
    ownerConfirmedAt: now,
    offeredTeamId: null,
    offeredBy: null,
    offeredAt: null,
  });
  record(world, actor, now, {
    action: before ? 'ownership.handed-over' : 'ownership.accepted',
    subjects: [api.row.slug, team, ...(before ? [before] : [])],
    data: { from: before, to: team, term: id },
  });
}

export const registerApi: Play<'api.registered'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const team = event.team === null ? null : teamIn(world, event.team);
  insist(mayRegister(actor.standing, team?.path ?? null), `register ${event.api}`);
  const entry = findApi(event.api);
  const isOwned = team !== null && ownsAtOnce(actor.standing, team.path);
  const offer = team && !isOwned ? { offeredTeamId: team.id, offeredBy: actor.id, offeredAt: now } : {};
  const row = { ...newRow(world, entry, now), lifecycle: event.lifecycle, registeredBy: actor.id, ...offer };
  const api: WorldApi = {
    row,
    entry,
    plan: revisionsOf(entry),
    terms: [],
    revisions: [],
    findings: new Map(),
    reviews: [],
    exceptions: [],
    emergencies: [],
    deployments: [],
    lastSnapshot: null,
  };
  world.apis.set(row.slug, api);
  const { kind, exposure, dataClass, criticality } = row;
  record(world, actor, now, {
    action: 'api.registered',
    subjects: [row.slug, ...(team ? [team.slug] : []), entry.application],
    data: {
      name: row.name,
      kind,
      exposure,
      dataClass,
      criticality,
      lifecycle: row.lifecycle,
      team: team?.slug ?? null,
      ownership: isOwned ? 'accepted' : team ? 'offered' : 'none',
    },
  });
  if (team && isOwned) startTerm(world, api, actor, team.slug, now);
};

export const changeApi: Play<'api.changed'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  insist(mayEditApi(actor.standing, placeIn(world, api)), `change ${event.api}`);
  const data = { before: { lifecycle: api.row.lifecycle }, after: { lifecycle: event.lifecycle } };
  touch(api.row, now, { lifecycle: event.lifecycle });
  record(world, actor, now, { action: 'api.changed', subjects: [event.api], data });
};

export const offerApi: Play<'ownership.offered'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const team = teamIn(world, event.team);
  insist(mayOffer(actor.standing, placeIn(world, api)), `offer ${event.api}`);
  if (ownsAtOnce(actor.standing, team.path)) {
    startTerm(world, api, actor, team.slug, now);
    return;
  }
  const from = teamById(world, api.row.ownerTeamId)?.slug ?? null;
  touch(api.row, now, { offeredTeamId: team.id, offeredBy: actor.id, offeredAt: now });
  record(world, actor, now, {
    action: 'ownership.offered',
    subjects: [event.api, team.slug],
    data: { from, to: team.slug, before: null, comment: event.note },
  });
};

export const acceptOffer: Play<'ownership.accepted'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const place = placeIn(world, api);
  insist(mayAccept(actor.standing, place), `accept ${event.api}`);
  startTerm(world, api, actor, place.offeredPath.at(-1) ?? '', now);
};

export const declineOffer: Play<'ownership.declined'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const place = placeIn(world, api);
  insist(mayDecline(actor.standing, place), `decline ${event.api}`);
  touch(api.row, now, { offeredTeamId: null, offeredBy: null, offeredAt: null });
  record(world, actor, now, {
    action: 'ownership.declined',
    subjects: [event.api, place.offeredPath.at(-1) ?? ''],
    data: { comment: event.note },
  });
};

export const attestOwnership: Play<'ownership.attested'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const place = placeIn(world, api);
  insist(mayAttest(actor.standing, place), `attest ${event.api}`);
  const before = api.row.ownerConfirmedAt?.toISOString() ?? null;
  touch(api.row, now, { ownerConfirmedAt: now });
  record(world, actor, now, {
    action: 'ownership.attested',
    subjects: [event.api, place.ownerPath.at(-1) ?? ''],
    data: { before },
  });
};
