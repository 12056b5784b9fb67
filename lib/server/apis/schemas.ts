import { z } from 'zod';
import { API_ACTIONS } from '#lib/domain/apis/dto.ts';
import type { ApiDto, ApiRowDto, SignOffDto, VerdictDto } from '#lib/domain/apis/dto.ts';
import {
  API_KINDS,
  CRITICALITIES,
  DATA_CLASSES,
  EXPOSURES,
  GATE_MODES,
  LIFECYCLES,
  OUTCOMES,
  OWNERSHIP_STATES,
  OWNER_STATES,
  RISK_LEVELS,
  SIGN_OFF_STATES,
  TIERS,
} from '#lib/domain/words.ts';
import { reason } from '../gate/schemas.ts';
import { right } from '../teams/schemas.ts';
import { httpUrl, line, prose, slug } from '../http/schemas.ts';

export const apiHost = z.strictObject({
  host: z
    .string()
    .min(1)
    .max(253)
    .regex(
      /^[A-Za-z0-9*](?:[A-Za-z0-9.*-]*[A-Za-z0-9])?(?::\d{1,5})?$/,
      'A host name, without scheme or path.',
    ),
  basePath: z.string().max(500).startsWith('/').optional(),
  environment: slug,
});

export const protections = z.strictObject({
  gateway: z.boolean().optional(),
  waf: z.boolean().optional(),
  authentication: z.boolean().optional(),
  rateLimit: z.boolean().optional(),
});

const inherent = {
  name: line(200),
  kind: z.enum(API_KINDS),
  exposure: z.enum(EXPOSURES),
  dataClass: z.enum(DATA_CLASSES),
  criticality: z.enum(CRITICALITIES),
  lifecycle: z.enum(LIFECYCLES),
};
const optional = {
  description: prose(5000).optional(),
  application: slug.nullish(),
  hosts: z.array(apiHost).max(50).optional(),
  tags: z.array(line(60)).max(50).optional(),
  repository: httpUrl.nullish(),
  protections: protections.optional(),
};

export const newApi = z
  .strictObject({ slug, ...inherent, ...optional, team: slug.nullish() })
  .meta({ id: 'NewApi' });
export const apiChange = z
  .strictObject({ ...z.object(inherent).partial().shape, ...optional })
  .meta({ id: 'ApiChange' });

const application = z.object({ slug: z.string(), name: z.string() }).nullable();
const tier = z.enum(TIERS);
const riskFields = { score: z.number(), level: z.enum(RISK_LEVELS) };

const commonFields = {
  slug: z.string(),
  description: z.string(),
  ...inherent,
  name: z.string(),
  tier,
  application,
  ownership: z.enum(OWNERSHIP_STATES),
  gate: z.enum(OUTCOMES),
  tags: z.array(z.string()),
  updatedAt: z.string(),
};

export const apiRow = z
  .object({
    ...commonFields,
    owner: z.object({
      team: z.string().nullable(),
      teamName: z.string().nullable(),
      state: z.enum(OWNER_STATES),
      since: z.string().nullable(),
    }),
    risk: z.object(riskFields),
    signOff: z.object({
      state: z.enum(SIGN_OFF_STATES),
      validUntil: z.string().nullable(),
      environment: z.string().nullable(),
    }),
    latestRevision: z.object({ id: z.string(), version: z.string(), uploadedAt: z.string() }).nullable(),
    productionRevision: z.object({ id: z.string(), version: z.string() }).nullable(),
  })
  .meta({ id: 'ApiRow' }) satisfies z.ZodType<ApiRowDto>;

const signOff = z
  .object({
    environment: z.string(),
    state: z.enum(SIGN_OFF_STATES),
    validUntil: z.string().nullable(),
    daysLeft: z.number().nullable(),
    by: z.array(
      z.object({ role: z.enum(['owner', 'security']), email: z.string(), name: z.string(), at: z.string() }),
    ),
    reviewId: z.string().nullable(),
  })
  .meta({ id: 'SignOff' }) satisfies z.ZodType<SignOffDto>;

const verdict = z
  .object({
    environment: z.string(),
    environmentName: z.string(),
    gate: z.enum(GATE_MODES),
    outcome: z.enum(OUTCOMES),
    allowed: z.boolean(),
    enforced: z.boolean(),
    reasons: z.array(reason),
    signOff,
  })
  .meta({
    id: 'Verdict',
    description: 'May the newest revision ship to one environment',
  }) satisfies z.ZodType<VerdictDto>;

const revisionRef = z
  .object({
    id: z.string(),
    number: z.number(),
    version: z.string(),
    digest: z.string(),
    materialDigest: z.string(),
    uploadedAt: z.string(),
  })
  .meta({ id: 'RevisionRef' });

export const contribution = z
  .object({ code: z.string(), points: z.number(), message: z.string() })
  .meta({ id: 'Contribution' });

export const api = z
  .object({
    ...commonFields,
    owner: z.object({
      team: z.string().nullable(),
      teamName: z.string().nullable(),
      state: z.enum(OWNER_STATES),
      since: z.string().nullable(),
      confirmedAt: z.string().nullable(),
      offer: z
        .object({ team: z.string(), teamName: z.string(), by: z.string().nullable(), at: z.string() })
        .nullable(),
    }),
    risk: z.object({ ...riskFields, contributions: z.array(contribution) }),
    signOff: signOff.nullable(),
    verdicts: z.array(verdict),
    latestRevision: revisionRef.nullable(),
    productionRevision: revisionRef.nullable(),
    hosts: z.array(z.object({ host: z.string(), basePath: z.string().optional(), environment: z.string() })),
    repository: z.string().nullable(),
    protections: z.object({
      gateway: z.boolean().optional(),
      waf: z.boolean().optional(),
      authentication: z.boolean().optional(),
      rateLimit: z.boolean().optional(),
    }),
    registeredBy: z.string().nullable(),
    createdAt: z.string(),
    version: z.number(),
    rights: z.record(z.enum(API_ACTIONS), right),
  })
  .meta({ id: 'Api' }) satisfies z.ZodType<ApiDto>;
