import type { RiskSnapshotRow } from '../risk/snapshot.ts';
import type { apis, applications, ownershipTerms, riskHistory } from '#db/schema/apis.ts';
import type {
  decisions,
  deployments,
  emergencies,
  environments,
  exceptions,
  promotions,
} from '#db/schema/gate.ts';
import type { people, serviceAccounts } from '#db/schema/people.ts';
import type { reviewComments, reviewItems, reviews, signOffs } from '#db/schema/reviews.ts';
import type { findings, revisionFindings, revisions } from '#db/schema/revisions.ts';
import type { memberships, teams } from '#db/schema/teams.ts';
import type { CatalogueEntry } from '#db/demo/catalogue/catalogue-entry.ts';
import type { RevisionPlan } from '#db/demo/revisions.ts';
import type { Checklist } from '#lib/domain/checklist/types.ts';
import type { ApproverRank, GatePolicy } from '#lib/domain/gate/facts.ts';
import type { auditRow } from '../audit/audit.ts';
import type { Analysis } from '../descriptions/analyse-description.ts';
import type { SigningKey } from '../gate/signing-keys.ts';

type Person = Required<typeof people.$inferInsert>;
type Team = typeof teams.$inferSelect;
export type ApiRow = typeof apis.$inferSelect;
export type FindingRow = typeof findings.$inferSelect;
export type ReviewRow = typeof reviews.$inferSelect;
export type ReviewItemRow = typeof reviewItems.$inferSelect;
export type SignOffRow = typeof signOffs.$inferSelect;
export type ExceptionRow = typeof exceptions.$inferSelect;
export type EmergencyRow = typeof emergencies.$inferSelect;

/** A revision with what its analysis found. */
export interface WorldRevision {
  row: typeof revisions.$inferSelect;
  analysis: Analysis;
  bytes: Uint8Array;
  findings: (typeof revisionFindings.$inferSelect)[];
}

export interface WorldReview {
  row: ReviewRow;
  items: ReviewItemRow[];
  signOffs: SignOffRow[];
}

/** Everything about one API, as its rows stand at the moment of the story. */
export interface WorldApi {
  row: ApiRow;
  entry: CatalogueEntry;
  plan: RevisionPlan;
  terms: (typeof ownershipTerms.$inferSelect)[];
  revisions: WorldRevision[];
  /** By fingerprint. */
  findings: Map<string, FindingRow>;
  reviews: WorldReview[];
  exceptions: ExceptionRow[];
  emergencies: EmergencyRow[];
  deployments: (typeof deployments.$inferSelect)[];
  /** A risk was noted before. */
  lastSnapshot: RiskSnapshotRow | null;
}

/** The state of the company while its story is played, in rows as the tables hold them. Nothing is read back from a database. */
export interface World {
  policy: GatePolicy;
  checklist: Checklist;
  signingKey: SigningKey;
  baseUrl: string;
  people: Map<string, Person>;
  emails: Map<string, string>;
  teams: Map<string, Team>;
  memberships: (typeof memberships.$inferSelect)[];
  /** Who acts for a team, until somebody joins or leaves; every decision asks for it. */
  ranks: Map<string, ApproverRank>;
  services: Map<string, typeof serviceAccounts.$inferSelect>;
  environments: Map<string, typeof environments.$inferSelect>;
  applications: Map<string, typeof applications.$inferSelect>;
  apis: Map<string, WorldApi>;
  comments: (typeof reviewComments.$inferSelect)[];
  decisions: (typeof decisions.$inferSelect)[];
  promotions: (typeof promotions.$inferSelect)[];
  riskHistory: (typeof riskHistory.$inferInsert)[];
  audit: ReturnType<typeof auditRow>[];
  /** What the story calls by a name of its own → the key of its row. */
  refs: Map<string, string>;
}

type Given = Pick<World, 'policy' | 'checklist' | 'signingKey' | 'baseUrl'> & {
  environments: (typeof environments.$inferSelect)[];
};

export const emptyWorld = ({ environments: rows, ...given }: Given): World => ({
  ...given,
  people: new Map(),
  emails: new Map(),
  teams: new Map(),
  memberships: [],
  ranks: new Map(),
  services: new Map(),
  environments: new Map(rows.map((row) => [row.slug, row])),
  applications: new Map(),
  apis: new Map(),
  comments: [],
  decisions: [],
  promotions: [],
  riskHistory: [],
  audit: [],
  refs: new Map(),
});

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`the story speaks of ${what}, which is not there`);
  return value;
}

export const personIn = (world: World, email: string) => found(world.people.get(email), `person ${email}`);
export const teamIn = (world: World, slug: string) => found(world.teams.get(slug), `team ${slug}`);
export const apiIn = (world: World, slug: string) => found(world.apis.get(slug), `API ${slug}`);
export const environmentIn = (world: World, slug: string) =>
  found(world.environments.get(slug), `environment ${slug}`);

/** The review that the story calls so, and its API. */
export function reviewIn(world: World, ref: string): { api: WorldApi; review: WorldReview } {
  const id = found(world.refs.get(ref), ref);
  for (const api of world.apis.values()) {
    const review = api.reviews.find((candidate) => candidate.row.id === id);
    if (review) return { api, review };
  }
  throw new Error(`the story speaks of ${ref}, which is not there`);
}

export function teamById(world: World, id: string | null): Team | null {
  if (id === null) return null;
  return found(
    [...world.teams.values()].find((team) => team.id === id),
    `team ${id}`,
  );
}

export function emailOf(world: World, id: string | null): string | null {
  return id === null ? null : found(world.emails.get(id), `person ${id}`);
}
