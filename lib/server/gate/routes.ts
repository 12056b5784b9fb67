import { z } from 'zod';
import { OUTCOMES } from '#lib/domain/words.ts';
import { defineRoute } from '../http/define-route.ts';
import { PUBLIC } from '../http/access.ts';
import { flag, listQuery, many, slug } from '../http/schemas.ts';
import { timeSpan } from '../http/time-span.ts';
import { askGate } from './ask-gate.ts';
import {
  decisionColumns,
  decisionPage,
  gateBody,
  gateDecision,
  promotion,
  promotionBody,
} from './schemas.ts';
import { listDecisions } from './list-decisions.ts';
import { promoteApi } from './promote-api.ts';
import { recordDecision } from './record-decision.ts';
import { publishedKeys } from './signing-key.ts';
import { toJwks } from './signing-keys.ts';

/** A description in a JSON string may need escapes beyond its own size. */
const GATE_BODY_LIMIT = 96 * 1024 * 1024;
const anyName = z.string().min(1).max(200);

export const getGate = defineRoute({
  method: 'GET',
  path: '/gate',
  operationId: 'askGate',
  tag: 'Gate',
  summary: 'May it ship? Asks without recording',
  access: { people: 'everyone', scopes: ['gate:read'] },
  query: z.strictObject({ api: anyName, environment: anyName, revision: anyName.optional() }),
  output: gateDecision,
  handler: (ctx, { query }) => askGate(ctx, query),
});

export const postGate = defineRoute({
  method: 'POST',
  path: '/gate',
  operationId: 'decide',
  tag: 'Gate',
  summary: 'May it ship? Recorded, and signed when allowed',
  access: { people: 'everyone', scopes: ['gate:read'] },
  body: gateBody,
  maxBytes: GATE_BODY_LIMIT,
  output: gateDecision,
  handler: (ctx, { body }) => recordDecision(ctx, body),
});

export const postPromotion = defineRoute({
  method: 'POST',
  path: '/promotions',
  operationId: 'promote',
  tag: 'Gate',
  summary: 'Record an allowed promotion; a refused one is answered with the reasons',
  access: { people: 'everyone', scopes: ['deployments:write'] },
  body: promotionBody,
  output: promotion,
  status: 201,
  errors: [404, 409],
  handler: (ctx, { body }) => promoteApi(ctx, body),
});

export const getDecisions = defineRoute({
  method: 'GET',
  path: '/decisions',
  operationId: 'listDecisions',
  tag: 'Gate',
  summary: 'Recorded decisions, newest first',
  access: { people: 'everyone' },
  query: z.strictObject({
    ...listQuery(['evaluatedAt'], '-evaluatedAt'),
    api: many(slug),
    environment: many(slug),
    outcome: many(z.enum(OUTCOMES)),
    promoted: flag.optional(),
    ...timeSpan,
  }),
  output: decisionPage,
  csv: { filename: 'decisions', columns: decisionColumns },
  handler: (ctx, { query }) => listDecisions(ctx, query),
});

export const getKeys = defineRoute({
  method: 'GET',
  path: '/.well-known/gatehouse/keys.json',
  root: true,
  operationId: 'getKeys',
  tag: 'Gate',
  summary: 'Every key still needed to verify an attestation, as a JWKS',
  access: PUBLIC,
  output: z.object({
    keys: z.array(
      z.object({
        kty: z.string(),
        crv: z.string(),
        x: z.string(),
        kid: z.string(),
        alg: z.string(),
        use: z.string(),
      }),
    ),
  }),
  handler: async (ctx) => toJwks(await publishedKeys(ctx.db)),
});
