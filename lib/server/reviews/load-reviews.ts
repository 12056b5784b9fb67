import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable, Transaction } from '#db/client.ts';
import type {
  ChecklistRef,
  GatePolicy,
  NewestRevision,
  OwnerFacts,
  PersonRef,
} from '#lib/domain/gate/facts.ts';
import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import { requiredRoles } from '#lib/domain/policy/required-roles.ts';
import type { ReviewActionFacts } from '#lib/domain/review/actions.ts';
import type { SignableReview } from '#lib/domain/review/approve.ts';
import type { ReviewState, Tier } from '#lib/domain/words.ts';
import { lockWithApi } from '../apis/lock-with-api.ts';
import { PLACE } from '../apis/api-place.ts';
import { CHECKLIST } from '../checklists/find-checklist.ts';
import { NEWEST, OWNER, REVIEW_FACTS } from '../gate/facts-query.ts';
import type { Keyset } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { SECURITY } from '../people/who-may-sign.ts';
import { fromPolicy } from '../policies/current-policy.ts';
import { ms, rowsOf } from '../sql/shapes.ts';

/** A review with everything that the rules about it look at, but for who asks. */
export interface LoadedReview {
  id: string;
  version: number;
  api: { id: string; slug: string; name: string };
  tier: Tier;
  revisionId: string;
  /** Team and term of record; null while the API had no owner. */
  team: { id: string; slug: string; name: string; term: string } | null;
  requestedBy: PersonRef;
  submittedAt: string | null;
  dueAt: string | null;
  answered: number;
  items: number;
  facts: Omit<ReviewActionFacts, 'actor'>;
  /** What the page's order was by; only where one was asked for. */
  sortValue: string | null;
}

interface Row extends Record<string, unknown>, Omit<LoadedReview, 'facts' | 'team'> {
  review: SignableReview;
  owner: OwnerFacts;
  newest: NewestRevision | null;
  later: { state: ReviewState; createdAt: number }[];
  teamId: string | null;
  teamSlug: string | null;
  teamName: string | null;
  termId: string | null;
  place: ApiPlace;
}

/** @param where of `r` the review, `a` its API, `rp` who requested it, `o` the owning team, `t` the team of record */
export async function loadReviews(db: Queryable, where: SQL, page?: Keyset): Promise<LoadedReview[]> {
  const { rows } = await db.execute<Row>(sql`
    SELECT r.id, r.version, jsonb_build_object('id', a.id, 'slug', a.slug, 'name', a.name) AS api, a.tier,
      r.revision_id AS "revisionId", r.team_id AS "teamId", t.slug AS "teamSlug", t.name AS "teamName", r.term_id AS "termId",
      jsonb_build_object('email', rp.email, 'name', rp.name) AS "requestedBy",
      r.submitted_at AS "submittedAt", r.due_at AS "dueAt",
      (SELECT count(*) FROM review_items i WHERE i.review_id = r.id) AS items,
      (SELECT count(*) FROM review_items i WHERE i.review_id = r.id AND i.answer IS NOT NULL) AS answered,
      (SELECT to_jsonb(x) FROM (SELECT ${REVIEW_FACTS}) x) AS review, ${OWNER} AS owner,
      ${NEWEST} AS newest,
      ${rowsOf(sql`SELECT l.state, ${ms(sql`max(l.created_at)`)} AS "createdAt" FROM reviews l
        WHERE l.api_id = r.api_id AND l.environment = r.environment AND l.created_at > r.created_at GROUP BY l.state`)} AS later,
      ${PLACE} AS place,
      ${page ? sql`${page.by}::text` : sql`NULL`} AS "sortValue"
    FROM reviews r JOIN people rp ON rp.id = r.requested_by JOIN apis a ON a.id = r.api_id
      LEFT JOIN teams o ON o.id = a.owner_team_id LEFT JOIN teams t ON t.id = r.team_id
    WHERE ${where}
    ${page ? sql`AND ${page.beyond} ORDER BY ${page.order} LIMIT ${page.limit}` : sql`ORDER BY r.id`}`);
  if (rows.length === 0) return [];
  const common = await loadCommon(db);
  return rows.map((row) => toLoaded(row, common));
}

export async function loadReview(db: Queryable, id: string): Promise<LoadedReview> {
  const [review] = await loadReviews(db, sql`r.id = ${id}`);
  if (!review) throw notFound(`review ${id}`);
  return review;
}

export async function loadReviewForUpdate(tx: Transaction, id: string): Promise<LoadedReview> {
  await lockWithApi(tx, 'review', id);
  return loadReview(tx, id);
}

interface Common extends Record<string, unknown> {
  tiers: GatePolicy['tiers'];
  checklist: ChecklistRef;
  security: PersonRef[];
}

async function loadCommon(db: Queryable): Promise<Common> {
  const { rows } = await db.execute<Common>(sql`
    SELECT ${fromPolicy(sql`p.document->'tiers'`)} AS tiers, ${CHECKLIST} AS checklist, ${SECURITY} AS security`);
  return rows[0]!;
}

function toLoaded(row: Row, { tiers, checklist, security }: Common): LoadedReview {
  const { review, owner, newest, later, teamId, teamSlug, teamName, termId, place, ...rest } = row;
  return {
    ...rest,
    team:
      teamId && teamSlug && termId
        ? { id: teamId, slug: teamSlug, name: teamName ?? teamSlug, term: termId }
        : null,
    facts: {
      review,
      owner,
      required: requiredRoles(tiers[row.tier]),
      security,
      newestRevision: newest,
      reviews: later,
      checklist,
      place,
    },
  };
}
