import { z } from 'zod';
import type {
  PolicyDocument,
  PolicyDto,
  PolicyPreviewDto,
  PolicyVersionDto,
} from '#lib/domain/policy/dto.ts';
import { APPROVAL_ROLES, OUTCOMES, SEVERITIES, TIERS } from '#lib/domain/words.ts';
import type { Severity } from '#lib/domain/words.ts';
import { right } from '../teams/schemas.ts';

const days = (max: number) => z.int().min(1).max(max);
const dueIn = days(3650).nullable().meta({ description: 'Days; null: never' });

/** From the gravest down: a severity blocks only where every graver one does. */
const GRAVITY: readonly Severity[] = ['critical', 'high', 'medium', 'low'];

const dueFields = { critical: dueIn, high: dueIn, medium: dueIn, low: dueIn };

const signOffs = z
  .array(z.enum(APPROVAL_ROLES))
  .min(1)
  .refine((roles) => new Set(roles).size === roles.length, 'Names a role twice.')
  .refine((roles) => roles.includes('owner'), 'The owner’s sign-off is always needed.');

const blockingSeverities = z
  .array(z.enum(SEVERITIES))
  .refine((chosen) => new Set(chosen).size === chosen.length, 'Names a severity twice.')
  .refine(
    (chosen) =>
      chosen.length > 0 && GRAVITY.slice(0, chosen.length).every((severity) => chosen.includes(severity)),
    'Must name critical, and every severity above one that is named; info never blocks.',
  );

const tierPolicy = z.strictObject({
  signOffs,
  signOffDays: days(1095),
  blockingSeverities,
  exceptionMaxDays: days(365),
  findingDueDays: z
    .strictObject(dueFields)
    .refine(
      ({ critical, high, medium, low }) => isRising([critical, high, medium, low]),
      'A graver finding is due no later than a lesser one.',
    ),
});

function isRising(due: (number | null)[]): boolean {
  const known = due.map((one) => one ?? Infinity);
  return known.every((one, at) => at === 0 || known[at - 1]! <= one);
}

const perTier = <T extends z.ZodType>(tier: T) =>
  z.strictObject({ low: tier, medium: tier, high: tier, critical: tier } satisfies Record<
    (typeof TIERS)[number],
    T
  >);

export const policyDocument = z
  .strictObject({ attestationDays: days(1095), tiers: perTier(tierPolicy) })
  .meta({ id: 'PolicyInput' }) satisfies z.ZodType<PolicyDocument>;

const storedTier = z.object({
  signOffs: z.array(z.enum(APPROVAL_ROLES)),
  signOffDays: z.number(),
  blockingSeverities: z.array(z.enum(SEVERITIES)),
  exceptionMaxDays: z.number(),
  findingDueDays: z.object({
    critical: z.number().nullable(),
    high: z.number().nullable(),
    medium: z.number().nullable(),
    low: z.number().nullable(),
  }),
});

const policyVersion = z
  .object({
    version: z.number(),
    attestationDays: z.number(),
    tiers: z.object({ low: storedTier, medium: storedTier, high: storedTier, critical: storedTier }),
    createdAt: z.string(),
    createdBy: z.string(),
  })
  .meta({ id: 'PolicyVersion' }) satisfies z.ZodType<PolicyVersionDto>;

export const policy = policyVersion
  .extend({ key: z.string(), history: z.array(policyVersion), rights: z.object({ edit: right }) })
  .meta({ id: 'Policy' }) satisfies z.ZodType<PolicyDto>;

const outcome = z.enum(OUTCOMES);
const counts = z.object({
  allowed: z.number(),
  prevented: z.number(),
  awaiting: z.number(),
  invalid: z.number(),
});

export const policyPreview = z
  .object({
    environment: z.string(),
    apis: z.number(),
    before: counts,
    after: counts,
    changed: z.number(),
    changes: z.array(
      z.object({
        api: z.string(),
        name: z.string(),
        tier: z.enum(TIERS),
        team: z.string().nullable(),
        before: outcome,
        after: outcome,
        added: z.array(z.string()),
        removed: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'PolicyPreview' }) satisfies z.ZodType<PolicyPreviewDto>;
