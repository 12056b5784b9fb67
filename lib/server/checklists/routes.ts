import { z } from 'zod';
import type { ChecklistDto, ChecklistItemDto, NewChecklistDto } from '#lib/domain/checklist/dto.ts';
import { SETTLERS } from '#lib/domain/checklist/types.ts';
import { FEATURES } from '#lib/domain/description/types.ts';
import { API_KINDS, OWASP_CATEGORIES, TIERS } from '#lib/domain/words.ts';
import type { CsvColumn } from '../http/csv-response.ts';
import { defineRoute } from '../http/define-route.ts';
import { line, listQuery, pageOf, prose, slug } from '../http/schemas.ts';
import { listChecklists } from './list-checklists.ts';
import { publishChecklist } from './publish-checklist.ts';

const EVERYONE = { people: 'everyone' } as const;
const MOST_ITEMS = 200;

/** A set of words: some, none twice. */
const some = <const Word extends string>(words: readonly [Word, ...Word[]]) =>
  z
    .array(z.enum(words))
    .min(1)
    .max(words.length)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'Names something twice.');

const itemFields = {
  key: slug.meta({ description: 'Stays the same over versions: answers and exceptions refer to it' }),
  question: line(500).meta({
    description: 'Answerable with yes, no or not-applicable; yes is the safe answer',
  }),
  owasp: some(OWASP_CATEGORIES),
  why: prose(2000),
  guidance: prose(5000),
  tiers: some(TIERS),
  features: some(FEATURES)
    .optional()
    .meta({ description: 'Asked when the description contains any of these; absent: always' }),
  kinds: some(API_KINDS)
    .optional()
    .meta({ description: 'Asked for these kinds of API; absent: for every kind' }),
  settledBy: z
    .enum(SETTLERS)
    .optional()
    .meta({ description: 'What a scan can answer by itself in some cases' }),
};

const item = z.object(itemFields).meta({ id: 'ChecklistItem' }) satisfies z.ZodType<ChecklistItemDto>;

const newChecklist = z
  .strictObject({
    title: line(200),
    items: z
      .array(z.strictObject(itemFields))
      .min(1)
      .max(MOST_ITEMS)
      .refine(
        (items) => new Set(items.map(({ key }) => key)).size === items.length,
        'Two items have the same key.',
      )
      .refine(
        (items) =>
          TIERS.every((tier) => items.some((one) => one.tiers.includes(tier) && !one.features && !one.kinds)),
        'Every tier needs at least one item that is always asked.',
      ),
    replaces: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'The version that was read; refused when another one is in force' }),
  })
  .meta({ id: 'NewChecklist' });

const checklist = z
  .object({
    id: z.string(),
    version: z.number(),
    title: z.string(),
    inForce: z.boolean(),
    createdAt: z.string(),
    createdBy: z.string(),
    items: z.array(item),
  })
  .meta({ id: 'Checklist' }) satisfies z.ZodType<ChecklistDto>;

const columns: CsvColumn<ChecklistDto>[] = [
  { header: 'id', value: (row) => row.id },
  { header: 'version', value: (row) => row.version },
  { header: 'title', value: (row) => row.title },
  { header: 'in force', value: (row) => row.inForce },
  { header: 'items', value: (row) => row.items.length },
  { header: 'created', value: (row) => row.createdAt },
  { header: 'created by', value: (row) => row.createdBy },
];

export const getChecklists = defineRoute({
  method: 'GET',
  path: '/checklists',
  operationId: 'listChecklists',
  tag: 'Checklists',
  summary: 'Versions of the checklist, newest first; the newest is in force',
  access: EVERYONE,
  query: z.strictObject(listQuery(['version'], '-version')),
  output: pageOf(checklist),
  csv: { filename: 'checklists', columns },
  handler: (ctx, { query }) => listChecklists(ctx, query),
});

export const postChecklist = defineRoute({
  method: 'POST',
  path: '/checklists',
  operationId: 'publishChecklist',
  tag: 'Checklists',
  summary: 'Put a new version of the checklist in force; says how many sign-offs no longer count',
  access: EVERYONE,
  body: newChecklist,
  output: checklist.extend({
    voided: z.object({ signOffs: z.number(), reviews: z.number() }),
  }) satisfies z.ZodType<NewChecklistDto>,
  status: 201,
  errors: [409, 412],
  handler: (ctx, { body }) => publishChecklist(ctx, body),
});
