import { and, eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { reviewItems, reviews } from '#db/schema/reviews.ts';
import type { revisions } from '#db/schema/revisions.ts';
import { mayRequestReview } from '#lib/domain/ownership/rights.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { reviewDueAt } from '#lib/domain/review/due.ts';
import { loadApi, loadApiForUpdate } from '../apis/load-api.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import { findChecklist } from '../checklists/find-checklist.ts';
import type { Ctx } from '../context.ts';
import { personId } from '../context.ts';
import { getEnvironment } from '../environments/queries.ts';
import { conflict, refuse } from '../http/problem.ts';
import { findRevision } from '../revisions/queries.ts';
import { transact } from '../transact.ts';
import { compareWithLast } from './compare-with-last.ts';
import { reviewDto } from './get-review.ts';
import { itemsToAnswer } from './items-to-answer.ts';

export interface ReviewRequest {
  environment: string;
  /** Id or digest; the newest when left out. */
  revision?: string;
}

/** More than anybody needs, so that nobody fills the queues of others. */
const MOST_LIVE = 20;

export async function requestReview(ctx: Ctx, slug: string, input: ReviewRequest): Promise<ReviewDto> {
  const { api: seen, place: seenPlace } = await loadApi(ctx.db, slug);
  refuse(mayRequestReview(ctx.actor.standing, seenPlace));
  await getEnvironment(ctx, input.environment);
  const revision = await revisionToReview(ctx, seen, input.revision);
  const { environment } = input;
  const since = await compareWithLast(ctx.db, {
    ...revision,
    apiId: seen.id,
    environment,
    revisionId: revision.id,
  });
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayRequestReview(ctx.actor.standing, place));
    await refuseTooMany(tx, api, environment);
    const id = await insertReview(tx, ctx, { api, revision, environment });
    await audit(tx, ctx, {
      action: 'review.requested',
      subjects: [id, slug, environment],
      data: {
        revision: revision.id,
        materialDigest: revision.materialDigest,
        team: place.ownerPath.at(-1) ?? null,
      },
    });
    return reviewDto(ctx, id, since, tx);
  });
}

type RevisionRecord = typeof revisions.$inferSelect;

async function revisionToReview(
  ctx: Ctx,
  api: ApiRecord,
  named: string | undefined,
): Promise<RevisionRecord> {
  const which = named ?? api.latestRevisionId;
  if (!which)
    throw conflict(
      'revision.none',
      `Upload a description of ${api.name} first; there is nothing to review yet.`,
    );
  return findRevision(ctx.db, api.slug, which);
}

async function refuseTooMany(tx: Transaction, api: ApiRecord, environment: string): Promise<void> {
  const isLive = inArray(reviews.state, ['draft', 'open', 'changes-requested']);
  const live = await tx.$count(
    reviews,
    and(eq(reviews.apiId, api.id), eq(reviews.environment, environment), isLive),
  );
  if (live >= MOST_LIVE) {
    throw conflict(
      'review.too-many',
      `There are ${live} reviews of ${api.slug} for ${environment} on their way; withdraw some first.`,
    );
  }
}

async function insertReview(
  tx: Transaction,
  ctx: Ctx,
  { api, revision, environment }: { api: ApiRecord; revision: RevisionRecord; environment: string },
): Promise<string> {
  const id = newId(ctx.now.getTime());
  const checklist = await findChecklist(tx);
  const items = await itemsToAnswer(tx, { checklist, api, revision });
  await tx.insert(reviews).values({
    id,
    apiId: api.id,
    environment,
    revisionId: revision.id,
    materialDigest: revision.materialDigest,
    termId: api.ownerTermId,
    teamId: api.ownerTeamId,
    checklistId: checklist.id,
    checklistVersion: checklist.version,
    state: 'draft',
    requestedBy: personId(ctx),
    createdAt: ctx.now,
    dueAt: reviewDueAt(api.tier, ctx.now),
  });
  if (items.length > 0) await tx.insert(reviewItems).values(items.map((item) => ({ ...item, reviewId: id })));
  return id;
}
