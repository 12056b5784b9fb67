import { z } from 'zod';
import type { ApprovalDto, ReviewDto, ReviewItemDto, ReviewRowDto } from '#lib/domain/review/dto.ts';
import { REVIEW_ACTIONS } from '#lib/domain/review/dto.ts';
import { ANSWERS, APPROVAL_ROLES, OWASP_CATEGORIES, REVIEW_STATES, TIERS } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { pageOf, prose, slug } from '../http/schemas.ts';
import { diff } from '../revisions/schemas.ts';
import { right } from '../teams/schemas.ts';

export const newReview = z
  .strictObject({
    environment: slug,
    revision: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({ description: 'Id or digest; the newest when left out' }),
  })
  .meta({ id: 'NewReview' });

export const givenAnswer = z
  .strictObject({
    answer: z.enum(ANSWERS),
    evidence: prose(20_000)
      .optional()
      .meta({ description: 'Why it is so; the reason of a `not-applicable`' }),
  })
  .meta({ id: 'GivenAnswer' });

export const withComment = z.strictObject({ comment: prose(5000).optional() });

const person = z.object({ email: z.string(), name: z.string() });
const role = z.enum(APPROVAL_ROLES);

const rowFields = {
  id: z.string(),
  api: z.object({ slug: z.string(), name: z.string() }),
  environment: z.string(),
  state: z.enum(REVIEW_STATES),
  tier: z.enum(TIERS),
  team: z.string().nullable(),
  teamName: z.string().nullable(),
  requestedBy: person,
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  answered: z.number(),
  missingRoles: z.array(role),
  void: z.string().nullable().meta({ description: 'Why it can no longer be approved; null while it can' }),
};

const reviewRow = z
  .object({ ...rowFields, items: z.number() })
  .meta({ id: 'ReviewRow' }) satisfies z.ZodType<ReviewRowDto>;

export const reviewPage = pageOf(reviewRow);

const item = z
  .object({
    key: z.string(),
    question: z.string(),
    owasp: z.array(z.enum(OWASP_CATEGORIES)),
    why: z.string(),
    guidance: z.string(),
    answer: z.enum(ANSWERS).nullable(),
    evidence: z.string().nullable(),
    prefilled: z.boolean(),
    answeredBy: person.nullable(),
    answeredAt: z.string().nullable(),
    previous: z.object({ answer: z.enum(ANSWERS), evidence: z.string().nullable() }).nullable(),
    findings: z.array(
      z.object({ id: z.string(), title: z.string(), severity: z.string(), where: z.string().nullable() }),
    ),
    exceptionId: z.string().nullable(),
  })
  .meta({ id: 'ReviewItem' }) satisfies z.ZodType<ReviewItemDto>;

const approval = z
  .object({ role, ...person.shape, at: z.string(), expiresAt: z.string(), revokedAt: z.string().nullable() })
  .meta({ id: 'Approval' }) satisfies z.ZodType<ApprovalDto>;

export const comment = z
  .object({ id: z.string(), author: person, step: z.string(), text: z.string(), at: z.string() })
  .meta({ id: 'ReviewComment' });

export const review = z
  .object({
    ...rowFields,
    revision: z.object({ id: z.string(), number: z.number(), version: z.string(), digest: z.string() }),
    materialDigest: z.string(),
    checklist: z.object({ id: z.string(), version: z.number(), title: z.string() }),
    items: z.array(item),
    requiredApprovals: z.array(
      z.object({
        role,
        candidates: z.array(person),
        team: z.string().nullable(),
        teamName: z.string().nullable(),
        escalated: z.boolean(),
      }),
    ),
    approvals: z.array(approval),
    comments: z.array(comment),
    decidedAt: z.string().nullable(),
    sinceLastSignOff: z
      .object({
        revisionId: z.string(),
        signedAt: z.string(),
        diff,
        counts: z.object({ breaking: z.number(), security: z.number(), other: z.number() }),
      })
      .nullable(),
    version: z.number(),
    rights: z.record(z.enum(REVIEW_ACTIONS), right),
    revocation: right,
  })
  .meta({ id: 'Review' }) satisfies z.ZodType<ReviewDto>;

export const reviewColumns: CsvColumn<ReviewRowDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'api', value: (row) => row.api.slug },
  { header: 'environment', value: (row) => row.environment },
  { header: 'state', value: (row) => row.state },
  { header: 'tier', value: (row) => row.tier },
  { header: 'team', value: (row) => row.team },
  { header: 'requested by', value: (row) => row.requestedBy.email },
  { header: 'created', value: (row) => row.createdAt },
  { header: 'submitted', value: (row) => row.submittedAt },
  { header: 'due', value: (row) => row.dueAt },
  { header: 'answered', value: (row) => row.answered },
  { header: 'items', value: (row) => row.items },
  { header: 'missing', value: (row) => row.missingRoles.join(' ') },
  { header: 'void', value: (row) => row.void },
];
