import { z } from 'zod';
import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type {
  FindingDto,
  OccurrenceDto,
  OperationDto,
  RevisionDiffDto,
  RevisionDto,
  ScoreDto,
} from '#lib/domain/revisions/dto.ts';
import {
  DESCRIPTION_FORMATS,
  FINDING_STATES,
  GRADES,
  OWASP_CATEGORIES,
  SEVERITIES,
} from '#lib/domain/words.ts';

export const revision = z
  .object({
    id: z.string(),
    api: z.string(),
    number: z.number(),
    digest: z.string(),
    materialDigest: z.string(),
    format: z.enum(DESCRIPTION_FORMATS),
    mediaType: z.string(),
    title: z.string(),
    version: z.string(),
    operationCount: z.number(),
    size: z.number(),
    servers: z.array(z.object({ url: z.string(), description: z.string().nullable() })),
    features: z.array(z.string()),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
    importedFrom: z.string().nullable(),
    scan: z.object({
      state: z.enum(['done', 'pending']),
      score: z.number().nullable(),
      grade: z.enum(GRADES).nullable(),
      counts: z.record(z.enum(SEVERITIES), z.number()),
      ruleSet: z.string().nullable(),
    }),
  })
  .meta({ id: 'Revision' }) satisfies z.ZodType<RevisionDto>;

export const operation = z
  .object({
    key: z.string(),
    method: z.string(),
    path: z.string(),
    operationId: z.string().nullable(),
    summary: z.string().nullable(),
    tags: z.array(z.string()),
    deprecated: z.boolean(),
    authenticated: z.boolean().nullable(),
    security: z.array(z.string()),
    pointer: z.string(),
  })
  .meta({ id: 'Operation' }) satisfies z.ZodType<OperationDto>;

export const finding = z
  .object({
    id: z.string(),
    api: z.string(),
    source: z.string(),
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    owasp: z.array(z.enum(OWASP_CATEGORIES)),
    title: z.string(),
    why: z.string(),
    fix: z.string(),
    fingerprint: z.string(),
    state: z.enum(FINDING_STATES),
    reason: z.string().nullable(),
    occurrences: z.number(),
    operations: z.array(z.string()),
    operationCount: z.number(),
    pointers: z.array(z.string()),
    where: z
      .string()
      .nullable()
      .meta({ description: 'The only operation, shared part or path that it concerns; null for several' }),
    firstSeenAt: z.string(),
    lastSeenAt: z.string(),
    fixedAt: z.string().nullable(),
    reintroducedAt: z.string().nullable(),
    dueAt: z.string().nullable().meta({
      description:
        'By the severity it has now and the tier the API has now, counted from `reintroducedAt`, else from `firstSeenAt`: another rating or tier gives another date, and never starts the count again',
    }),
    decidedBy: z.string().nullable(),
    decidedAt: z.string().nullable(),
    revision: z
      .string()
      .nullable()
      .meta({ description: 'The newest revision that has it; null for what another scanner reported' }),
    isMendable: z.boolean().meta({ description: 'A program can write at least some of the remedy' }),
    version: z.number(),
  })
  .meta({ id: 'Finding' }) satisfies z.ZodType<FindingDto>;

export const occurrence = z
  .object({
    rule: z.string(),
    equivalent: z.string().optional(),
    pointer: z.string(),
    line: z.number().optional(),
    column: z.number().optional(),
    title: z.string(),
    fix: z.string(),
    cause: z.string().meta({ description: 'The rule of the finding it is part of' }),
  })
  .meta({ id: 'Occurrence', description: 'One place where a rule fired' }) satisfies z.ZodType<OccurrenceDto>;

const change = z
  .object({ kind: z.string(), operation: z.string().nullable(), pointer: z.string(), what: z.string() })
  .meta({ id: 'Change' });

export const diff = z
  .object({
    breaking: z.array(change),
    security: z.array(change),
    other: z.array(change),
    materialChange: z.boolean(),
  })
  .meta({ id: 'Diff' }) satisfies z.ZodType<DescriptionDiff>;

const kinds = z.array(z.object({ kind: z.string(), count: z.number() }));

export const revisionDiff = diff
  .extend({
    counts: z
      .object({ breaking: z.number(), security: z.number(), other: z.number() })
      .meta({ description: 'Of all changes, also where `most` leaves some out' }),
    kinds: z
      .object({ breaking: kinds, security: kinds, other: kinds })
      .meta({ description: 'Of all changes too, in their order' }),
  })
  .meta({ id: 'RevisionDiff' }) satisfies z.ZodType<RevisionDiffDto>;

export const revisionScore = z
  .object({
    ruleSet: z.string(),
    score: z.number(),
    grade: z.enum(GRADES),
    categories: z.array(
      z.object({
        category: z.enum(OWASP_CATEGORIES),
        weight: z.number(),
        demerits: z.number(),
        points: z.number(),
      }),
    ),
    terms: z.array(
      z.object({
        category: z.enum(OWASP_CATEGORIES),
        rule: z.string(),
        title: z.string(),
        count: z.number(),
        denominator: z.number(),
        weight: z.number(),
        demerits: z.number(),
      }),
    ),
  })
  .meta({ id: 'Score' }) satisfies z.ZodType<ScoreDto>;
