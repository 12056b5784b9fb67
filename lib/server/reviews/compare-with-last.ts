import { eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { reviews } from '#db/schema/reviews.ts';
import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { log } from '#lib/log.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import { recentlyUsed } from '../descriptions/recently-used.ts';
import { notFound } from '../http/problem.ts';
import { findContent } from '../revisions/find-content.ts';
import { findLastSigned } from './last-signed.ts';
import type { LastSigned } from './last-signed.ts';

/** The description signed last beside the one under review. */
export type Comparison = NonNullable<ReviewDto['sinceLastSignOff']> & Pick<LastSigned, 'reviewId'>;

interface Reviewed {
  apiId: string;
  environment: string;
  revisionId: string;
  materialDigest: string;
  /** Absent while it is being requested. */
  review?: string;
}

const MOST_SHOWN = 100;
const MOST_REMEMBERED = 100;
const known = recentlyUsed<Promise<Shown>>(MOST_REMEMBERED);

type Shown = Pick<Comparison, 'diff' | 'counts'>;

/** Of a stored review. Call it before a transaction: a comparison may take seconds, and no lock should wait for it. */
export async function compareReview(db: Queryable, id: string): Promise<Comparison | null> {
  const [review] = await db.select().from(reviews).where(eq(reviews.id, id));
  if (!review) throw notFound(`review ${id}`);
  return compareWithLast(db, { ...review, review: id });
}

export async function compareWithLast(db: Queryable, reviewed: Reviewed): Promise<Comparison | null> {
  const last = await findLastSigned(db, reviewed);
  if (!last) return null;
  const { reviewId, revisionId, signedAt } = last;
  return { reviewId, revisionId, signedAt, ...(await compare(db, reviewed, last)) };
}

async function compare(db: Queryable, reviewed: Reviewed, last: LastSigned): Promise<Shown> {
  if (last.revisionId === reviewed.revisionId)
    return shown({ breaking: [], security: [], other: [], materialChange: false });
  const pair = `${last.revisionId} ${reviewed.revisionId}`;
  const comparison = known.get(pair) ?? diff(db, reviewed, last);
  known.set(pair, comparison);
  try {
    return await comparison;
  } catch (error) {
    known.delete(pair);
    // What changed is a service to the reader; the review goes on without it, and says so.
    log.warn({ err: error, apiId: reviewed.apiId }, 'a review could not be compared with the last sign-off');
    return shown(unknownDiff(reviewed.materialDigest !== last.materialDigest));
  }
}

async function diff(db: Queryable, { apiId, revisionId }: Reviewed, last: LastSigned): Promise<Shown> {
  const older = await findContent(db, { apiId, revisionId: last.revisionId });
  const newer = await findContent(db, { apiId, revisionId });
  if (!older || !newer) throw new Error('the bytes of a reviewed revision are missing');
  return shown(await diffInWorker(older, newer));
}

/** A review shows the first of a long list; the page of the two revisions shows them all. */
function shown({ breaking, security, other, materialChange }: DescriptionDiff): Shown {
  const first = (changes: DescriptionDiff['other']) => changes.slice(0, MOST_SHOWN);
  return {
    diff: { breaking: first(breaking), security: first(security), other: first(other), materialChange },
    counts: { breaking: breaking.length, security: security.length, other: other.length },
  };
}

function unknownDiff(materialChange: boolean): DescriptionDiff {
  const what = 'The differences between the two descriptions could not be listed.';
  return {
    breaking: [],
    security: [],
    other: [{ kind: 'unknown', operation: null, pointer: '', what }],
    materialChange,
  };
}
