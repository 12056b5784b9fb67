import { sql } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { iso } from '../iso.ts';

/** The review of an API and an environment that was signed last. */
export interface LastSigned {
  reviewId: string;
  revisionId: string;
  materialDigest: string;
  signedAt: string;
}

interface Row extends Record<string, unknown> {
  reviewId: string;
  revisionId: string;
  materialDigest: string;
  signedAt: string;
}

/** What the people who decide about a review saw last time: signed before it was decided itself; null for the first time. */
export async function findLastSigned(
  db: Queryable,
  about: { apiId: string; environment: string; review?: string },
): Promise<LastSigned | null> {
  const review = about.review ?? null;
  const { rows } = await db.execute<Row>(sql`
    SELECT r.id AS "reviewId", r.revision_id AS "revisionId", r.material_digest AS "materialDigest",
      (SELECT max(s.at) FROM sign_offs s WHERE s.review_id = r.id) AS "signedAt"
    FROM reviews r
    WHERE r.api_id = ${about.apiId} AND r.environment = ${about.environment} AND r.state = 'approved'
      AND (${review}::uuid IS NULL OR r.id <> ${review}::uuid)
      AND r.decided_at < coalesce((SELECT d.decided_at FROM reviews d WHERE d.id = ${review}::uuid AND d.state IN ('approved', 'rejected', 'withdrawn')), 'infinity')
      AND EXISTS (SELECT 1 FROM sign_offs s WHERE s.review_id = r.id)
    ORDER BY r.decided_at DESC LIMIT 1`);
  return rows[0] ? { ...rows[0], signedAt: iso(rows[0].signedAt) } : null;
}
