import { z } from 'zod';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { OUTCOMES, OWNERSHIP_STATES, RISK_LEVELS, SIGN_OFF_STATES, TIERS } from '#lib/domain/words.ts';
import { defineRoute } from '../http/define-route.ts';
import { slug } from '../http/schemas.ts';
import { asOf, timeSpan } from '../http/time-span.ts';
import { FIGURE_KEYS } from './risk-picture.ts';
import { getRisk } from './get-risk.ts';
import { riskTrend } from './risk-trend.ts';

const EVERYONE = { people: 'everyone' } as const;
const scope = { team: slug.optional(), application: slug.optional() };
const level = z.enum(RISK_LEVELS);
const href = z.string().nullable();
const trend = z.array(z.object({ at: z.string(), average: z.number(), worst: z.number(), apis: z.number() }));

const risk = z
  .object({
    asOf: z.string(),
    figures: z.array(
      z.object({
        key: z.enum(FIGURE_KEYS),
        label: z.string(),
        value: z.number(),
        before: z.number().nullable(),
        href,
      }),
    ),
    distribution: z.array(z.object({ from: z.number(), to: z.number(), count: z.number(), href })),
    matrix: z.array(z.object({ tier: z.enum(TIERS), outcome: z.enum(OUTCOMES), count: z.number(), href })),
    trend,
    worstApis: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        team: z.string().nullable(),
        teamName: z.string().nullable(),
        tier: z.enum(TIERS),
        score: z.number(),
        level,
        topReason: z.string().nullable(),
      }),
    ),
    worstApplications: z.array(
      z.object({
        slug: z.string(),
        name: z.string(),
        score: z.number(),
        level,
        apiCount: z.number(),
        worstApi: z.string(),
        worstApiName: z.string(),
      }),
    ),
    ownershipGaps: z.array(
      z.object({
        state: z.enum([...OWNERSHIP_STATES, 'nobody-eligible']),
        count: z.number(),
        href,
      }),
    ),
    signOffs: z.array(z.object({ state: z.enum(SIGN_OFF_STATES), count: z.number(), href })),
    expiryHorizon: z.array(z.object({ weekFrom: z.string(), count: z.number(), href })),
  })
  .meta({ id: 'Risk' }) satisfies z.ZodType<RiskDto>;

export const getRiskRoute = defineRoute({
  method: 'GET',
  path: '/risk',
  operationId: 'getRisk',
  tag: 'Risk',
  summary: 'Six figures with their lists, distribution, matrix, trend and the worst; now or as of a date',
  access: EVERYONE,
  query: z.strictObject({ ...scope, asOf }),
  output: risk,
  handler: (ctx, { query }) => getRisk(ctx, query),
});

export const getRiskHistory = defineRoute({
  method: 'GET',
  path: '/risk/history',
  operationId: 'getRiskHistory',
  tag: 'Risk',
  summary: 'Average and worst score week by week',
  access: EVERYONE,
  query: z.strictObject({ ...scope, ...timeSpan }),
  output: z.object({ items: trend }),
  handler: async (ctx, { query: { from, to, ...chosen } }) => ({
    items: await riskTrend(ctx, chosen, to && to < ctx.now ? to : ctx.now, from),
  }),
});
