import type { ExceptionRecord } from '../../exceptions/rules.ts';
import type { Standing } from '../../identity/standing.ts';
import type { ApiPlace } from '../../ownership/capacities.ts';
import { DEFAULT_POLICY } from '../../policy/default-policy.ts';
import { requiredRoles } from '../../policy/required-roles.ts';
import type { ReviewActionFacts } from '../../review/actions.ts';
import type { SignableReview } from '../../review/approve.ts';
import { tierOf } from '../../risk/tier.ts';
import type { TeamRole } from '../../words.ts';
import type {
  ApproverRank,
  EmergencyFacts,
  FindingFacts,
  GateFacts,
  OwnerFacts,
  SignOffFacts,
} from '../facts.ts';
import { FAULTY, FINDING, FIRST_MEMBERS, NAMES, PARENT, REGISTRANT, ROLE_OF, TEAMS } from './history.ts';
import type { Environment, Name, Team } from './history.ts';

/** What a database would hold, as plain values; the loader's part of the product is `factsOf` and `reviewFacts`. */
export interface World {
  now: number;
  members: Map<Team, Map<Name, TeamRole>>;
  active: Set<Name>;
  owner: { team: Team; term: string; confirmedAt: number } | null;
  offered: Team | null;
  isHigh: boolean;
  isRetired: boolean;
  isFrozen: boolean;
  checklist: number;
  revisions: { material: string; by: Name; at: number }[];
  reviews: Map<string, SignableReview>;
  /** Who last answered an item, by review and item. */
  answerers: Map<string, Name>;
  signOffs: SignOffFacts[];
  exceptions: Map<string, KeptException>;
  emergencies: Map<string, EmergencyFacts & { openedBy: Name; team: Team | null }>;
}

export type KeptException = ExceptionRecord & {
  target: string;
  grantedAt: number | null;
  droppedAt: number | null;
};

export function newWorld(): World {
  const members = new Map(TEAMS.map((team) => [team, new Map<Name, TeamRole>()]));
  for (const [team, name, role] of FIRST_MEMBERS) members.get(team)?.set(name, role);
  return {
    now: 0,
    members,
    active: new Set(NAMES),
    owner: null,
    offered: null,
    isHigh: false,
    isRetired: false,
    isFrozen: false,
    checklist: 1,
    revisions: [],
    reviews: new Map(),
    answerers: new Map(),
    signOffs: [],
    exceptions: new Map(),
    emergencies: new Map(),
  };
}

export const pathOf = (team: Team | null): Team[] => (team === null ? [] : [...pathOf(PARENT[team]), team]);

export function standingOf(world: World, name: Name): Standing {
  const teamRoles: Record<string, TeamRole> = {};
  for (const team of TEAMS) {
    const role = world.members.get(team)?.get(name);
    if (role) teamRoles[team] = role;
  }
  return { kind: 'person', name, role: ROLE_OF[name], scopes: [], teamRoles };
}

/** The loader names nobody who is deactivated and no auditor. */
const people = (world: World, names: readonly Name[]) =>
  names
    .filter((name) => world.active.has(name) && ROLE_OF[name] !== 'auditor')
    .map((name) => ({ email: name, name }));

function chainOf(world: World, team: Team | null): ApproverRank[] {
  return pathOf(team)
    .toReversed()
    .map((rank) => {
      const members = [...(world.members.get(rank) ?? [])];
      const having = (role: TeamRole) =>
        people(
          world,
          members.flatMap(([name, held]) => (held === role ? name : [])),
        );
      return { team: rank, teamName: rank, managers: having('manager'), approvers: having('approver') };
    });
}

const ownerState = ({ owner, offered }: World) => (owner ? 'accepted' : offered ? 'offered' : 'none');

export function placeOf(world: World): ApiPlace {
  return {
    registeredBy: REGISTRANT,
    state: ownerState(world),
    ownerPath: pathOf(world.owner?.team ?? null),
    offeredPath: pathOf(world.offered),
  };
}

function ownerOf(world: World): OwnerFacts {
  const { owner, offered } = world;
  const team = owner?.team ?? offered;
  const confirmedAt = owner?.confirmedAt ?? null;
  const chain = chainOf(world, team);
  return {
    state: ownerState(world),
    team,
    teamName: team,
    term: owner?.term ?? null,
    since: null,
    confirmedAt,
    chain,
  };
}

const classificationOf = ({ isHigh }: World) =>
  ({
    exposure: isHigh ? 'public' : 'internal',
    dataClass: isHigh ? 'confidential' : 'public',
    criticality: 'low',
  }) as const;

export const tierPolicyOf = (world: World) => DEFAULT_POLICY.tiers[tierOf(classificationOf(world))];

export const checklistOf = ({ checklist }: World) => ({ id: 'default', version: checklist });

function newestOf({ revisions }: World) {
  const last = revisions.at(-1);
  return last ? { materialDigest: last.material, uploadedAt: last.at } : null;
}

const securityOf = (world: World) =>
  people(
    world,
    NAMES.filter((name) => ROLE_OF[name] === 'security'),
  );

function withUploaders({ revisions }: World, review: SignableReview): SignableReview {
  const same = revisions.filter(({ material }) => material === review.materialDigest);
  return { ...review, uploadedBy: same.map(({ by }) => by) };
}

export function reviewFacts(world: World, review: SignableReview, by: Name): ReviewActionFacts {
  return {
    actor: standingOf(world, by),
    review: withUploaders(world, review),
    owner: ownerOf(world),
    required: requiredRoles(tierPolicyOf(world)),
    security: securityOf(world),
    newestRevision: newestOf(world),
    reviews: [...world.reviews.values()].filter(({ environment }) => environment === review.environment),
    checklist: checklistOf(world),
    place: placeOf(world),
  };
}

const FINDINGS: FindingFacts[] = [
  { id: FINDING, rule: FINDING, title: FINDING, severity: 'critical', state: 'open' },
];

function revisionOf({ revisions }: World): GateFacts['revision'] {
  const newest = revisions.at(-1);
  if (!newest) return null;
  const findings = newest.material === FAULTY ? FINDINGS : [];
  const { material, by } = newest;
  return { id: material, digest: material, materialDigest: material, uploadedBy: by, scan: 'done', findings };
}

function exceptionsOf({ exceptions }: World) {
  return [...exceptions].map(([id, { target, expiresAt, grantedAt, droppedAt }]) => ({
    id,
    target: target === FINDING ? { finding: target } : { item: target },
    approvedAt: grantedAt,
    expiresAt,
    revokedAt: droppedAt,
  }));
}

export function factsOf(world: World, environment: Environment): GateFacts {
  return {
    now: world.now,
    asked: { api: 'api', environment, revision: null },
    environment: { slug: environment, name: environment, gate: 'enforce', frozen: world.isFrozen },
    revision: revisionOf(world),
    api: {
      slug: 'api',
      name: 'API',
      lifecycle: world.isRetired ? 'retired' : 'production',
      ...classificationOf(world),
      owner: ownerOf(world),
      revisionCount: world.revisions.length,
      newestRevision: newestOf(world),
      reviews: [...world.reviews.values()].map((review) => withUploaders(world, review)),
      signOffs: world.signOffs,
      exceptions: exceptionsOf(world),
      emergencies: [...world.emergencies.values()],
    },
    policy: DEFAULT_POLICY,
    checklist: checklistOf(world),
    security: securityOf(world),
  };
}
