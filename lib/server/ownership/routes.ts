import { z } from 'zod';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import { api } from '../apis/schemas.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { flag, line, listQuery, many, prose, slug } from '../http/schemas.ts';
import { acceptOffer, declineOffer } from './answer-offer.ts';
import { attestOwnership } from './attest-ownership.ts';
import { getOwnership } from './get-ownership.ts';
import { listUnowned } from './list-unowned.ts';
import { offerApi } from './offer-api.ts';
import { offerMany } from './offer-many.ts';
import { ownership, unownedColumns, unownedPage } from './schemas.ts';

const EVERYONE = { people: 'everyone' } as const;
const params = z.object({ slug });
const common = { tag: 'Ownership', access: EVERYONE, params, output: api, errors: [404, 409] } as const;
const etag = (result: z.input<typeof api>) => etagOf(result.version);

export const getOwnershipRoute = defineRoute({
  method: 'GET',
  path: '/apis/{slug}/ownership',
  operationId: 'getOwnership',
  tag: 'Ownership',
  summary: 'Who answers for an API, who could sign for it, and who owned it before',
  access: EVERYONE,
  params,
  output: ownership,
  errors: [404],
  handler: (ctx, input) => getOwnership(ctx, input.params.slug),
});

export const postOwnership = defineRoute({
  ...common,
  method: 'POST',
  path: '/apis/{slug}/ownership',
  operationId: 'offerApi',
  summary: 'Give an API to a team: an offer, or one step for a manager of both sides',
  body: z.strictObject({ team: slug }),
  etag,
  handler: (ctx, input) => offerApi(ctx, input.params.slug, input.body.team),
});

export const postAccept = defineRoute({
  ...common,
  method: 'POST',
  path: '/apis/{slug}/ownership/accept',
  operationId: 'acceptApi',
  summary: 'Accept an API for the team it is offered to',
  body: z.strictObject({}),
  etag,
  handler: (ctx, input) => acceptOffer(ctx, input.params.slug),
});

export const postDecline = defineRoute({
  ...common,
  method: 'POST',
  path: '/apis/{slug}/ownership/decline',
  operationId: 'declineApi',
  summary: 'Decline an offer; the API stays with its owner, or unowned',
  body: z.strictObject({ comment: prose(2000).optional() }),
  etag,
  handler: (ctx, input) => declineOffer(ctx, input.params.slug, input.body.comment),
});

export const postAttest = defineRoute({
  ...common,
  method: 'POST',
  path: '/apis/{slug}/ownership/attest',
  operationId: 'attestOwnership',
  summary: 'Confirm that the team still answers for the API',
  body: z.strictObject({}),
  etag,
  handler: (ctx, input) => attestOwnership(ctx, input.params.slug),
});

export const postBulk = defineRoute({
  method: 'POST',
  path: '/ownership/bulk',
  operationId: 'offerApis',
  tag: 'Ownership',
  summary: 'Give many APIs to a team; what is not permitted is reported item by item',
  access: EVERYONE,
  body: z.strictObject({ apis: z.array(slug).min(1).max(500), team: slug }),
  output: z.object({
    results: z.array(
      z.object({
        api: z.string(),
        outcome: z.enum(['accepted', 'offered', 'refused']),
        code: z.string().optional(),
        detail: z.string().optional(),
      }),
    ),
    accepted: z.number(),
    offered: z.number(),
    refused: z.number(),
  }),
  errors: [404],
  handler: (ctx, { body }) => offerMany(ctx, body.apis, body.team),
});

export const getUnowned = defineRoute({
  method: 'GET',
  path: '/ownership/unowned',
  operationId: 'listUnowned',
  tag: 'Ownership',
  summary: 'APIs that nobody answers for, by the kind of gap, as the inbox of the teams that could mend it',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(['risk', 'name', 'since'], '-risk'),
    q: line(200).optional(),
    kind: many(z.enum(UNOWNED_KINDS)),
    inbox: slug.optional(),
    team: many(slug).meta({
      description: 'Team of record, or while there is none the one an offer waits for',
    }),
    subtree: flag.optional(),
    application: many(slug),
  }),
  output: unownedPage,
  csv: { filename: 'unowned', columns: unownedColumns },
  handler: (ctx, { query }) => listUnowned(ctx, query),
});
