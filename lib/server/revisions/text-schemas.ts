import { z } from 'zod';
import type { ExcerptDto, TextMarkDto, TextWindowDto } from '#lib/domain/revisions/text-dto.ts';
import { FINDING_STATES, SEVERITIES, TEXT_LANGUAGES } from '#lib/domain/words.ts';
import { many, wholeNumber } from '../http/schemas.ts';

/** Lines of one answer. */
export const MOST_LINES = 500;
const LINES = 200;
/** Lines of the longest description that is accepted: each has at least its newline. */
const LAST_LINE = 64 * 1024 * 1024;
/** As many as a finding names. */
const MOST_EXCERPTS = 20;

export const pointer = z
  .string()
  .max(4000)
  .regex(/^(?:\/.*)?$/su, 'must be a JSON pointer such as /paths');

export const textQuery = z.strictObject({
  from: wholeNumber(1, LAST_LINE).default(1).meta({ description: 'The first line, counted from 1' }),
  lines: wholeNumber(1, MOST_LINES).default(LINES),
  pointer: pointer
    .optional()
    .meta({ description: 'The lines around what stands at this JSON pointer instead' }),
  find: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'The lines around the next place from `from` on with this text instead' }),
  severity: many(z.enum(SEVERITIES)).meta({ description: 'Only marks of these' }),
});

export const excerptQuery = z.strictObject({
  pointer: many(pointer).refine(
    (pointers) => (pointers?.length ?? 0) <= MOST_EXCERPTS,
    `must name at most ${MOST_EXCERPTS} pointers`,
  ),
});

const mark = z
  .object({
    line: z.number(),
    rule: z.string(),
    severity: z.enum(SEVERITIES),
    title: z.string(),
    missing: z
      .array(z.object({ rule: z.string(), title: z.string(), fix: z.string() }))
      .optional()
      .meta({ description: 'What is missing at this line, where several rules have the finding as cause' }),
    findingId: z.string().optional(),
    state: z.enum(FINDING_STATES).optional(),
  })
  .meta({ id: 'TextMark', description: 'A finding at a line' }) satisfies z.ZodType<TextMarkDto>;

const line = z.number().nullable();

const opens = z
  .object({
    indent: z
      .number()
      .meta({ description: 'In YAML, of the member the text belongs to; its text is deeper' }),
  })
  .optional()
  .meta({ description: 'A text or remark of several lines that began above goes on in the first line' });

const language = z.enum(TEXT_LANGUAGES);

export const textWindow = z
  .object({
    revision: z.string(),
    totalLines: z.number(),
    isIndented: z.boolean().meta({
      description: 'The description has no lines of its own, and is given with one member a line',
    }),
    language,
    opens,
    from: z.number(),
    lines: z.array(z.string()),
    cut: z.array(z.number()).meta({ description: 'Lines of which only the beginning is given' }),
    at: line.meta({ description: 'Where what was looked for stands; null where it was not found' }),
    marks: z.array(mark),
    markedLines: z.number().meta({ description: 'Of the whole text' }),
    previousMark: line.meta({ description: 'The nearest marked line above these' }),
    nextMark: line.meta({ description: 'The nearest marked line below these' }),
  })
  .meta({ id: 'TextWindow' }) satisfies z.ZodType<TextWindowDto>;

export const excerpts = z
  .object({
    isIndented: z.boolean(),
    language,
    excerpts: z.array(
      z
        .object({
          pointer: z.string(),
          line,
          endLine: line,
          from: z.number(),
          lines: z.array(z.string()),
          opens,
        })
        .meta({ id: 'Excerpt' }) satisfies z.ZodType<ExcerptDto>,
    ),
  })
  .meta({ id: 'Excerpts', description: 'The lines around some JSON pointers' });
