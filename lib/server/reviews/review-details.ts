import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { ApprovalDto, PersonRefDto, ReviewDto } from '#lib/domain/review/dto.ts';
import { rowsOf } from '../sql/shapes.ts';
import type { Answer, ApprovalRole, OwaspCategory, Severity } from '#lib/domain/words.ts';

export interface StoredItem {
  key: string;
  question: string;
  answer: Answer | null;
  evidence: string | null;
  prefilled: boolean;
  answeredBy: PersonRefDto | null;
  answeredAt: string | null;
  previous: { answer: Answer; evidence: string | null } | null;
  exceptionId: string | null;
}

export interface StoredFinding {
  id: string;
  rule: string;
  title: string;
  severity: Severity;
  owasp: OwaspCategory[];
  occurrences: number;
  /** The first of them. */
  operations: string[];
  operationCount: number;
  pointers: string[];
}

/** What a review's page shows beyond the facts of its decision, as PostgreSQL's JSON has it. */
export interface ReviewDetails {
  revision: ReviewDto['revision'];
  decidedAt: string | null;
  checklistId: string;
  checklistVersion: number;
  items: StoredItem[];
  findings: StoredFinding[];
  approvals: (Omit<ApprovalDto, 'role'> & { role: ApprovalRole })[];
  comments: ReviewDto['comments'];
  /** Of the owning team and those above it, by slug. */
  teamNames: Record<string, string>;
}

const MAX_FINDINGS = 500;
const person = (alias: string) =>
  sql`jsonb_build_object('email', ${sql.raw(alias)}.email, 'name', ${sql.raw(alias)}.name)`;

/** @param previous id of the review whose answers are shown beside these */
export async function loadDetails(
  db: Queryable,
  id: string,
  previous: string | null,
  now: Date,
): Promise<ReviewDetails> {
  const { rows } = await db.execute<ReviewDetails & Record<string, unknown>>(sql`
    SELECT jsonb_build_object('id', v.id, 'number', v.number, 'version', v.version, 'digest', v.digest) AS revision,
      r.decided_at AS "decidedAt", r.checklist_id AS "checklistId", r.checklist_version AS "checklistVersion",
      ${rowsOf(sql`
        SELECT i.key, i.question, i.answer, i.evidence, i.prefilled, i.answered_at AS "answeredAt",
          CASE WHEN p.id IS NOT NULL THEN ${person('p')} END AS "answeredBy",
          CASE WHEN b.answer IS NOT NULL THEN jsonb_build_object('answer', b.answer, 'evidence', b.evidence) END AS previous,
          (SELECT x.id FROM exceptions x WHERE x.api_id = r.api_id AND x.item_key = i.key AND i.answer = 'no'
             AND x.step = 'approved' AND x.expires_at > ${now} ORDER BY x.expires_at DESC LIMIT 1) AS "exceptionId"
        FROM review_items i LEFT JOIN people p ON p.id = i.answered_by
          LEFT JOIN review_items b ON b.review_id = ${previous}::uuid AND b.key = i.key
        WHERE i.review_id = r.id ORDER BY i.position`)} AS items,
      ${rowsOf(sql`
        SELECT f.id, f.rule, f.title, f.severity, f.owasp, rf.occurrences, rf.operations[1:1] AS operations,
          rf.operation_count AS "operationCount", rf.pointers FROM revision_findings rf JOIN findings f ON f.id = rf.finding_id
        WHERE rf.revision_id = r.revision_id AND f.state <> 'false-positive'
        ORDER BY array_position(ARRAY['critical', 'high', 'medium', 'low', 'info'], f.severity), f.id LIMIT ${MAX_FINDINGS}`)} AS findings,
      ${rowsOf(sql`
        SELECT s.role, p.email, p.name, s.at, s.expires_at AS "expiresAt", s.revoked_at AS "revokedAt"
        FROM sign_offs s JOIN people p ON p.id = s.person_id WHERE s.review_id = r.id ORDER BY s.at, s.id`)} AS approvals,
      ${rowsOf(sql`
        SELECT c.id, ${person('p')} AS author, c.step, c.text, c.created_at AS at
        FROM review_comments c JOIN people p ON p.id = c.author_id WHERE c.review_id = r.id ORDER BY c.id`)} AS comments,
      (SELECT coalesce(jsonb_object_agg(t.slug, t.name), '{}') FROM apis a JOIN teams o ON o.id = a.owner_team_id
         JOIN teams t ON t.slug = ANY (o.path) WHERE a.id = r.api_id) AS "teamNames"
    FROM reviews r JOIN revisions v ON v.id = r.revision_id WHERE r.id = ${id}`);
  return rows[0]!;
}
