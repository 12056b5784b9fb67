import { z } from 'zod';
import {
  API_KINDS,
  CRITICALITIES,
  DATA_CLASSES,
  EXPOSURES,
  LIFECYCLES,
  OUTCOMES,
  OWNERSHIP_STATES,
  RISK_LEVELS,
  SIGN_OFF_STATES,
  TIERS,
} from '#lib/domain/words.ts';
import { flag, line, listQuery, many, slug, wholeNumber } from '../http/schemas.ts';
import { timeSpan } from '../http/time-span.ts';
import { API_SORTS } from './list-apis.ts';

export const apiListQuery = z.strictObject({
  ...listQuery(API_SORTS, 'name'),
  q: line(200).optional(),
  team: many(slug),
  subtree: flag.optional(),
  offeredTo: many(slug).meta({
    description: 'Teams that an offer waits for, whoever owns the API until then',
  }),
  owner: z.literal('me').optional(),
  application: many(slug),
  kind: many(z.enum(API_KINDS)),
  exposure: many(z.enum(EXPOSURES)),
  dataClass: many(z.enum(DATA_CLASSES)),
  criticality: many(z.enum(CRITICALITIES)),
  tier: many(z.enum(TIERS)),
  lifecycle: many(z.enum(LIFECYCLES)),
  ownership: many(z.enum(OWNERSHIP_STATES)),
  signOff: many(z.enum(SIGN_OFF_STATES)),
  gate: many(z.enum(OUTCOMES)),
  riskLevel: many(z.enum(RISK_LEVELS)),
  tag: many(line(60)),
  riskMin: wholeNumber(0, 100).optional(),
  riskMax: wholeNumber(0, 100).optional(),
  expiresFrom: timeSpan.from.meta({
    description: 'Sign-offs that end from then on; an instant, or a day in UTC',
    format: 'date-time',
  }),
  expiresTo: timeSpan.to.meta({
    description: 'Sign-offs that end before then; an instant, or to the end of a day in UTC',
    format: 'date-time',
  }),
  environment: slug.optional().meta({
    description:
      'What `signOff`, `expiresFrom`, `expiresTo` and `gate` are about. Without it production; an API never signed for production shows the enforcing environment it was signed for',
  }),
});
