import { z } from 'zod';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { EMERGENCY_STATES } from '#lib/domain/emergencies/rules.ts';
import { EMERGENCY_OUTCOMES } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { etagOf } from '../http/etag.ts';
import { httpUrl, listQuery, many, pageOf, prose, reason, slug, uuid } from '../http/schemas.ts';
import { right } from '../teams/schemas.ts';
import { emergencyDto, loadEmergency } from './emergency-row.ts';
import { EMERGENCY_SORTS, listEmergencies } from './list-emergencies.ts';
import { openEmergency } from './open-emergency.ts';
import { reviewEmergency } from './review-emergency.ts';

const EVERYONE = { people: 'everyone' } as const;

const emergency = z
  .object({
    id: z.string(),
    api: z.string(),
    team: z.string().nullable(),
    environment: z.string(),
    state: z.enum(EMERGENCY_STATES),
    reason: z.string(),
    incidentUrl: z.string(),
    openedBy: z.string(),
    openedAt: z.string(),
    expiresAt: z.string(),
    usedAt: z.string().nullable(),
    decisionId: z.string().nullable(),
    reviewedBy: z.string().nullable(),
    reviewedAt: z.string().nullable(),
    outcome: z.enum(EMERGENCY_OUTCOMES).nullable(),
    comment: z.string().nullable(),
    version: z.number(),
    rights: z.object({ review: right }),
  })
  .meta({ id: 'Emergency' }) satisfies z.ZodType<EmergencyDto>;

const columns: CsvColumn<EmergencyDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'api', value: (row) => row.api },
  { header: 'team', value: (row) => row.team },
  { header: 'environment', value: (row) => row.environment },
  { header: 'state', value: (row) => row.state },
  { header: 'reason', value: (row) => row.reason },
  { header: 'incident', value: (row) => row.incidentUrl },
  { header: 'opened by', value: (row) => row.openedBy },
  { header: 'opened', value: (row) => row.openedAt },
  { header: 'used', value: (row) => row.usedAt },
  { header: 'decision', value: (row) => row.decisionId },
  { header: 'reviewed by', value: (row) => row.reviewedBy },
  { header: 'reviewed', value: (row) => row.reviewedAt },
  { header: 'outcome', value: (row) => row.outcome },
  { header: 'comment', value: (row) => row.comment },
];

const etag = (result: z.input<typeof emergency>) => etagOf(result.version);
const common = { tag: 'Emergencies', access: EVERYONE, output: emergency, etag } as const;
const params = z.object({ id: uuid });

export const postEmergency = defineRoute({
  ...common,
  method: 'POST',
  path: '/emergencies',
  operationId: 'openEmergency',
  summary: 'Open emergency access: one deployment within an hour, to be reviewed by somebody else',
  body: z
    .strictObject({ api: slug, environment: slug, reason, incidentUrl: httpUrl })
    .meta({ id: 'NewEmergency' }),
  status: 201,
  errors: [404, 409],
  handler: (ctx, { body }) => openEmergency(ctx, { ...body, reason: body.reason.trim() }),
});

export const getEmergencies = defineRoute({
  method: 'GET',
  path: '/emergencies',
  operationId: 'listEmergencies',
  tag: 'Emergencies',
  summary: 'Emergency access, open and past',
  access: EVERYONE,
  query: z.strictObject({
    ...listQuery(EMERGENCY_SORTS, '-openedAt'),
    state: many(z.enum(EMERGENCY_STATES)),
    api: many(slug),
    team: many(slug).meta({ description: 'Team that owned the API when it was opened' }),
    environment: many(slug),
  }),
  output: pageOf(emergency),
  csv: { filename: 'emergencies', columns },
  handler: (ctx, { query }) => listEmergencies(ctx, query),
});

export const getEmergency = defineRoute({
  ...common,
  method: 'GET',
  path: '/emergencies/{id}',
  operationId: 'getEmergency',
  summary: 'One emergency access',
  params,
  handler: async (ctx, input) => emergencyDto(ctx, await loadEmergency(ctx.db, input.params.id)),
});

export const postEmergencyReview = defineRoute({
  ...common,
  method: 'POST',
  path: '/emergencies/{id}/review',
  operationId: 'reviewEmergency',
  summary: 'Say whether it was justified; never by whoever opened it',
  params,
  body: z.strictObject({
    outcome: z.enum(EMERGENCY_OUTCOMES),
    comment: prose(5000).refine((text) => text.trim().length > 0, 'Must not be blank.'),
  }),
  errors: [409, 412],
  handler: (ctx, { params: { id }, body, ifMatch }) =>
    reviewEmergency(ctx, id, { ...body, comment: body.comment.trim() }, ifMatch),
});
