import { z } from 'zod';

/** Shapes that many routes share. */
export const slug = z
  .string()
  .regex(
    /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/,
    'Use 1 to 64 lower-case letters, digits and hyphens, beginning and ending with a letter or digit.',
  )
  .meta({ description: 'Public name in addresses', examples: ['payments-api'] });

/** Text that people read: trimmed at the edges, one line, no control characters. */
export const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text.trim().length > 0, 'Must not be blank.')
    .refine((text) => !hasControl(text), 'Must not contain control characters.');

/** Longer text; line breaks and tabs are fine. */
export const prose = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => !text.includes('\0'), 'Must not contain NUL.')
    .refine((text) => text.isWellFormed(), 'Must be well-formed Unicode.');

export const reason = prose(2000).refine(
  (text) => text.trim().length >= 3,
  'Say why, in a few words at least.',
);

export const email = z
  .email()
  .max(254)
  .transform((text) => text.toLowerCase())
  .pipe(z.string())
  .meta({ examples: ['ada@example.com'] });

const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');

/** In the years that both the database and the written form know. */
export const moment = z.iso
  .datetime({ offset: true })
  .refine((text) => {
    const instant = Date.parse(text);
    return instant >= FIRST_INSTANT && instant <= LAST_INSTANT;
  }, 'Must be in the years 1 to 9999.')
  .meta({ format: 'date-time' });

export const httpUrl = z
  .url({ protocol: /^https?$/ })
  .max(2048)
  .meta({ format: 'uri' });

export const uuid = z.uuid();

/** Repeats for *or*: `?tier=high&tier=critical`. */
export const many = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (value) => (value === undefined || Array.isArray(value) ? value : [value]),
    z.array(item).max(50).optional(),
  );

export const flag = z.enum(['true', 'false', '1', '0']).transform((text) => text === 'true' || text === '1');

export const wholeNumber = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d{1,10}$/, 'Must be a whole number.')
    .transform(Number)
    .pipe(z.number().int().min(min).max(max));

export const LIMIT_DEFAULT = 50;
export const LIMIT_MAX = 200;

/** Query parameters of every list; `sorts` are the names that may be sorted by, `-` before one descends. */
export function listQuery<const Sort extends string>(
  sorts: readonly [Sort, ...Sort[]],
  initial: Sort | `-${Sort}`,
) {
  const words: string[] = sorts.flatMap((sort) => [sort, `-${sort}`]);
  return {
    limit: wholeNumber(1, LIMIT_MAX).default(LIMIT_DEFAULT).meta({ description: 'Rows a page' }),
    cursor: z
      .string()
      .max(2000)
      .optional()
      .meta({ description: 'Where to go on: `nextCursor` of the page before' }),
    sort: z.enum(words).default(initial as string),
  };
}

export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), nextCursor: z.string().nullable(), total: z.number().int() });

function hasControl(text: string): boolean {
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (code < 0x20 || code === 0x7f) return true;
  }
  return !text.isWellFormed();
}
