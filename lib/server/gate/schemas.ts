import { z } from 'zod';
import type {
  Artifact,
  DecisionDto,
  DecisionRowDto,
  DecisionSource,
  DsseEnvelope,
  PromotionDto,
  ReasonDto,
} from '#lib/domain/gate/dto.ts';
import { REASON_CODES } from '#lib/domain/gate/reason-codes.ts';
import { OUTCOMES } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { pageOf } from '../http/schemas.ts';

export const reason = z
  .object({
    code: z.enum(REASON_CODES),
    message: z.string(),
    unblockers: z.array(z.string()),
    url: z.string(),
  })
  .meta({
    id: 'Reason',
    description: 'One reason of a decision: a stable code, a sentence, who can unblock it, and a link',
  }) satisfies z.ZodType<ReasonDto>;

const digest = z
  .string()
  .regex(
    /^sha(?:256:[0-9a-f]{64}|384:[0-9a-f]{96}|512:[0-9a-f]{128})$/,
    'Must look like sha256:<64 hex digits>.',
  );
const name = z.string().min(1).max(200);

export const artifact = z.strictObject({
  name: z.string().min(1).max(500),
  digest,
}) satisfies z.ZodType<Artifact>;

export const source = z.strictObject({
  kind: z.string().max(60).optional(),
  url: z.string().max(2048).optional(),
  sha: z.string().max(128).optional(),
  actor: z.string().max(254).optional(),
}) satisfies z.ZodType<DecisionSource>;

const question = { api: name, environment: name, revision: name.optional() };

export const gateBody = z
  .strictObject({
    ...question,
    spec: z
      .string()
      .min(1)
      .optional()
      .meta({ description: 'Text of the description, in place of a revision' }),
    artifact: artifact.optional(),
    source: source.optional(),
  })
  .refine((body) => body.spec === undefined || body.revision === undefined, {
    message: 'Give a revision or a description, not both.',
    path: ['spec'],
  })
  .meta({ id: 'GateQuestion' });

export const promotionBody = z
  .strictObject({
    ...question,
    artifact: artifact.optional(),
    source: source.optional(),
    deploy: z.record(z.string().max(100), z.unknown()).optional(),
  })
  .meta({ id: 'NewPromotion' });

const envelope = z
  .object({
    payloadType: z.string(),
    payload: z.string(),
    signatures: z.array(z.object({ keyid: z.string(), sig: z.string() })),
  })
  .meta({ id: 'DsseEnvelope' }) satisfies z.ZodType<DsseEnvelope>;

export const gateDecision = z
  .object({
    decisionId: z.string().optional(),
    outcome: z.enum(OUTCOMES),
    enforced: z.boolean(),
    allowed: z.boolean(),
    reasons: z.array(reason),
    revision: z.string().nullable(),
    evaluatedAt: z.string(),
    expiresAt: z.string().optional(),
    attestation: envelope.optional(),
  })
  .meta({ id: 'Decision' }) satisfies z.ZodType<DecisionDto>;

export const promotion = z
  .object({
    id: z.string(),
    api: z.string(),
    environment: z.string(),
    revision: z.string().nullable(),
    decisionId: z.string(),
    at: z.string(),
    actor: z.string(),
    attestation: envelope.nullable(),
  })
  .meta({ id: 'Promotion' }) satisfies z.ZodType<PromotionDto>;

const decisionRow = z
  .object({
    id: z.string(),
    api: z.string(),
    environment: z.string(),
    revision: z.string().nullable(),
    outcome: z.enum(OUTCOMES),
    allowed: z.boolean(),
    enforced: z.boolean(),
    reasons: z.array(reason),
    evaluatedAt: z.string(),
    actor: z.string(),
    source: z
      .object({
        kind: z.string().optional(),
        url: z.string().optional(),
        sha: z.string().optional(),
        actor: z.string().optional(),
      })
      .nullable(),
    artifact: z.object({ name: z.string(), digest: z.string() }).nullable(),
    promoted: z.boolean(),
  })
  .meta({ id: 'DecisionRow' }) satisfies z.ZodType<DecisionRowDto>;

export const decisionPage = pageOf(decisionRow);

export const decisionColumns: CsvColumn<DecisionRowDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'evaluated', value: (row) => row.evaluatedAt },
  { header: 'api', value: (row) => row.api },
  { header: 'environment', value: (row) => row.environment },
  { header: 'revision', value: (row) => row.revision },
  { header: 'outcome', value: (row) => row.outcome },
  { header: 'allowed', value: (row) => row.allowed },
  { header: 'enforced', value: (row) => row.enforced },
  { header: 'reasons', value: (row) => row.reasons.map((one) => one.code).join(' ') },
  { header: 'promoted', value: (row) => row.promoted },
  { header: 'actor', value: (row) => row.actor },
];
