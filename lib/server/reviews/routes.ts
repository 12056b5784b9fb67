import { z } from 'zod';
import { REVIEW_STATES } from '#lib/domain/words.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { listQuery, many, prose, reason, slug, uuid } from '../http/schemas.ts';
import { answerItem } from './answer-item.ts';
import { approveReview } from './approve-review.ts';
import { commentReview } from './comment-review.ts';
import * as queries from './get-review.ts';
import { REVIEW_SORTS, listReviews } from './list-reviews.ts';
import { requestReview } from './request-review.ts';
import { revokeSignOffs } from './revoke-sign-offs.ts';
import {
  comment,
  givenAnswer,
  newReview,
  review,
  reviewColumns,
  reviewPage,
  withComment,
} from './schemas.ts';
import { takeStep } from './take-step.ts';
import type { Step } from './take-step.ts';

const EVERYONE = { people: 'everyone' } as const;
const params = z.object({ id: uuid });
const common = { tag: 'Reviews', access: EVERYONE, params, output: review } as const;
const etag = (result: z.input<typeof review>) => etagOf(result.version);

export const postReview = defineRoute({
  method: 'POST',
  path: '/apis/{slug}/reviews',
  operationId: 'requestReview',
  tag: 'Reviews',
  summary: 'Begin a review of a description for an environment; it is a draft until it is submitted',
  access: EVERYONE,
  params: z.object({ slug }),
  body: newReview,
  output: review,
  status: 201,
  etag,
  errors: [404, 409],
  handler: (ctx, { params: { slug: api }, body }) => requestReview(ctx, api, body),
});

export const getReviews = defineRoute({
  method: 'GET',
  path: '/reviews',
  operationId: 'listReviews',
  tag: 'Reviews',
  summary: 'Reviews; `waitingFor=me` are those that whoever asks could sign now',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(REVIEW_SORTS, '-createdAt'),
    state: many(z.enum(REVIEW_STATES)),
    environment: many(slug),
    api: many(slug),
    team: many(slug).meta({ description: 'Team that owned the API when the review was requested' }),
    waitingFor: z.literal('me').optional(),
    requestedBy: z.literal('me').optional(),
  }),
  output: reviewPage,
  csv: { filename: 'reviews', columns: reviewColumns },
  handler: (ctx, { query }) => listReviews(ctx, query),
});

export const getReview = defineRoute({
  ...common,
  method: 'GET',
  path: '/reviews/{id}',
  operationId: 'getReview',
  summary: 'A review: the questions with evidence, who may sign, and what changed since the last sign-off',
  etag,
  handler: (ctx, input) => queries.getReview(ctx, input.params.id),
});

export const patchItem = defineRoute({
  ...common,
  method: 'PATCH',
  path: '/reviews/{id}/items/{key}',
  operationId: 'answerReviewItem',
  summary: 'Answer a question of the checklist; whoever answers cannot sign',
  params: z.object({ id: uuid, key: z.string().min(1).max(100) }),
  body: givenAnswer,
  etag,
  errors: [409, 412],
  handler: (ctx, { params: { id, key }, body, ifMatch }) => answerItem(ctx, id, key, body, ifMatch),
});

const step = (name: Step, operationId: string, summary: string) =>
  defineRoute({
    ...common,
    method: 'POST',
    path: `/reviews/{id}/${name}`,
    operationId,
    summary,
    body: withComment,
    etag,
    errors: [409, 412],
    handler: (ctx, { params: { id }, body, ifMatch }) =>
      takeStep(ctx, id, name, { comment: body.comment?.trim() ?? '', ifMatch }),
  });

export const postSubmit = step(
  'submit',
  'submitReview',
  'Submit a review in which every question is answered',
);
export const postRequestChanges = step(
  'request-changes',
  'requestChanges',
  'Ask for changes; sign-offs given so far are revoked',
);
export const postReject = step(
  'reject',
  'rejectReview',
  'Reject a review; sign-offs given so far are revoked',
);
export const postWithdraw = step('withdraw', 'withdrawReview', 'Withdraw one’s own request');

export const postApprove = defineRoute({
  ...common,
  method: 'POST',
  path: '/reviews/{id}/approve',
  operationId: 'approveReview',
  summary: 'Sign off, in the role that is missing and that whoever asks may sign in',
  body: withComment,
  etag,
  errors: [409, 412],
  handler: (ctx, { params: { id }, body, ifMatch }) =>
    approveReview(ctx, id, { comment: body.comment?.trim() ?? '', ifMatch }),
});

export const postComment = defineRoute({
  method: 'POST',
  path: '/reviews/{id}/comments',
  operationId: 'commentReview',
  tag: 'Reviews',
  summary: 'Say something about a review',
  access: EVERYONE,
  params,
  body: z.strictObject({ text: prose(5000).refine((text) => text.trim().length > 0, 'Must not be blank.') }),
  output: comment,
  status: 201,
  handler: (ctx, { params: { id }, body }) => commentReview(ctx, id, body.text.trim()),
});

export const postRevoke = defineRoute({
  ...common,
  method: 'POST',
  path: '/reviews/{id}/sign-offs/revoke',
  operationId: 'revokeSignOffs',
  summary: 'Revoke the sign-offs given on a review; the gate counts them no longer',
  body: z.strictObject({ reason }),
  etag,
  errors: [409, 412],
  handler: (ctx, { params: { id }, body, ifMatch }) => revokeSignOffs(ctx, id, body.reason.trim(), ifMatch),
});
