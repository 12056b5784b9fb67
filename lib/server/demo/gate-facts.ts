import type {
  ApiFacts,
  ApproverRank,
  FindingFacts,
  GateFacts,
  OwnerFacts,
  ReviewFacts,
} from '#lib/domain/gate/facts.ts';
import { emailOf, environmentIn, teamById, teamIn } from './world.ts';
import type { World, WorldApi, WorldReview, WorldRevision } from './world.ts';

const ms = (date: Date | null) => (date === null ? null : date.getTime());

function rankOf(world: World, slug: string): ApproverRank {
  const known = world.ranks.get(slug);
  if (known) return known;
  const team = teamIn(world, slug);
  const active = [...world.people.values()].filter((person) => person.active);
  const withRole = (role: string) => {
    const ids = new Set(
      world.memberships
        .filter((one) => one.teamId === team.id && one.role === role)
        .map((one) => one.personId),
    );
    return active.filter((person) => ids.has(person.id)).map(({ email, name }) => ({ email, name }));
  };
  const rank = {
    team: slug,
    teamName: team.name,
    managers: withRole('manager'),
    approvers: withRole('approver'),
  };
  world.ranks.set(slug, rank);
  return rank;
}

export function ownerFacts(world: World, { row }: WorldApi): OwnerFacts {
  const team = teamById(world, row.ownerTeamId ?? row.offeredTeamId);
  return {
    state: row.ownerTeamId ? 'accepted' : row.offeredTeamId ? 'offered' : 'none',
    team: team?.slug ?? null,
    teamName: team?.name ?? null,
    term: row.ownerTermId,
    since: ms(row.ownerSince ?? row.offeredAt),
    confirmedAt: ms(row.ownerConfirmedAt),
    chain: (team?.path ?? []).toReversed().map((slug) => rankOf(world, slug)),
  };
}

export const securityPeople = (world: World) =>
  [...world.people.values()]
    .filter((person) => person.active && person.role === 'security')
    .map(({ email, name }) => ({ email, name }));

const unique = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))];

export function reviewFacts(
  world: World,
  api: WorldApi,
  { row, items, signOffs }: WorldReview,
): ReviewFacts & Required<Pick<ReviewFacts, 'createdAt' | 'checklist'>> {
  const uploads = api.revisions.filter((revision) => revision.row.materialDigest === row.materialDigest);
  return {
    id: row.id,
    state: row.state,
    environment: row.environment,
    materialDigest: row.materialDigest,
    term: row.termId ?? '',
    requestedBy: emailOf(world, row.requestedBy) ?? '',
    createdAt: row.createdAt.getTime(),
    checklist: { id: row.checklistId, version: row.checklistVersion },
    openedAt: (row.submittedAt ?? row.createdAt).getTime(),
    decidedAt: ms(row.decidedAt),
    answeredBy: unique(items.map((item) => emailOf(world, item.answeredBy))),
    uploadedBy: unique(uploads.map((revision) => revision.row.uploadedBy)),
    items: items.map(({ key, question, answer }) => ({ key, question, answer })),
    approvals: signOffs
      .filter((signOff) => signOff.revokedAt === null)
      .map(({ role, personId, at }) => ({ role, by: emailOf(world, personId) ?? '', at: at.getTime() })),
  };
}

function findingFacts(api: WorldApi, revision: WorldRevision): FindingFacts[] {
  const present = new Set(revision.findings.map((finding) => finding.findingId));
  return [...api.findings.values()].flatMap(({ id, rule, title, severity, state, firstSeenAt }) =>
    present.has(id) && severity !== 'info' && (state === 'open' || state === 'acknowledged')
      ? [{ id, rule, title, severity, state, since: firstSeenAt.getTime() }]
      : [],
  );
}

function apiFacts(world: World, api: WorldApi, environment: string): ApiFacts {
  const { row } = api;
  const newest = api.revisions.at(-1)?.row;
  const reviews = api.reviews.filter((review) => review.row.environment === environment);
  return {
    slug: row.slug,
    name: row.name,
    lifecycle: row.lifecycle,
    exposure: row.exposure,
    dataClass: row.dataClass,
    criticality: row.criticality,
    owner: ownerFacts(world, api),
    revisionCount: row.revisionCount,
    newestRevision: newest
      ? { materialDigest: newest.materialDigest, uploadedAt: newest.uploadedAt.getTime() }
      : null,
    reviews: reviews.map((review) => reviewFacts(world, api, review)),
    signOffs: reviews.flatMap((review) =>
      review.signOffs.map((signOff) => ({
        review: review.row.id,
        role: signOff.role,
        by: emailOf(world, signOff.personId) ?? '',
        at: signOff.at.getTime(),
        expiresAt: signOff.expiresAt.getTime(),
        materialDigest: signOff.materialDigest,
        environment,
        checklistId: signOff.checklistId,
        checklistVersion: signOff.checklistVersion,
        term: signOff.termId,
        team: teamById(world, signOff.teamId)?.slug ?? '',
        revokedAt: ms(signOff.revokedAt),
      })),
    ),
    exceptions: api.exceptions
      .filter((exception) => exception.step === 'approved' || exception.step === 'revoked')
      .map((exception) => ({
        id: exception.id,
        target: exception.findingId ? { finding: exception.findingId } : { item: exception.itemKey ?? '' },
        approvedAt: exception.step === 'approved' ? ms(exception.decidedAt) : null,
        expiresAt: exception.expiresAt.getTime(),
        revokedAt: exception.step === 'revoked' ? ms(exception.decidedAt) : null,
      })),
    emergencies: api.emergencies
      .filter((emergency) => emergency.environment === environment)
      .map(({ id, openedAt, expiresAt, usedAt, reviewedAt, outcome }) => ({
        id,
        environment,
        openedAt: openedAt.getTime(),
        expiresAt: expiresAt.getTime(),
        usedAt: ms(usedAt),
        reviewedAt: ms(reviewedAt),
        outcome,
      })),
  };
}

/** The facts about the newest revision, as a decision at that moment would have loaded them. */
export function factsIn(
  world: World,
  api: WorldApi,
  environment: string,
  now: Date,
): GateFacts & { api: ApiFacts; environment: NonNullable<GateFacts['environment']> } {
  const { slug, name, gate, frozen } = environmentIn(world, environment);
  const newest = api.revisions.at(-1);
  return {
    now: now.getTime(),
    asked: { api: api.row.slug, environment, revision: null },
    api: apiFacts(world, api, environment),
    environment: { slug, name, gate, frozen },
    revision: newest
      ? {
          id: newest.row.id,
          digest: newest.row.digest,
          materialDigest: newest.row.materialDigest,
          uploadedBy: newest.row.uploadedBy,
          scan: newest.row.scanState,
          findings: findingFacts(api, newest),
        }
      : null,
    policy: world.policy,
    checklist: { id: world.checklist.id, version: world.checklist.version },
    security: securityPeople(world),
  };
}
