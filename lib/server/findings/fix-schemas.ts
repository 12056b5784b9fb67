import { z } from 'zod';
import type { PatchOperation } from '#lib/domain/scan/fix/draft.ts';
import type { DescriptionFix } from '#lib/domain/scan/fix/fix-description.ts';
import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import { GRADES, SEVERITIES } from '#lib/domain/words.ts';
import { many } from '../http/schemas.ts';

const standing = z.object({
  score: z.number(),
  grade: z.enum(GRADES),
  counts: z.record(z.enum(SEVERITIES), z.number()),
});

const step = z
  .union([
    z.object({ op: z.enum(['add', 'replace']), path: z.string(), value: z.json() }),
    z.object({ op: z.literal('remove'), path: z.string() }),
  ])
  .meta({
    id: 'PatchOperation',
    description: 'One step of a JSON Patch (RFC 6902)',
  }) satisfies z.ZodType<PatchOperation>;

export const descriptionFix = z
  .object({
    patch: z.array(step),
    mended: z
      .array(z.object({ rule: z.string(), title: z.string(), places: z.number() }))
      .meta({ description: 'What the patch mends, in its order' }),
    isComplete: z
      .boolean()
      .meta({ description: 'False where the patch would be too long: apply it, and ask again' }),
    before: standing,
    after: standing,
  })
  .meta({
    id: 'DescriptionFix',
    description:
      'Mechanical remedies as a JSON Patch against the description read as JSON, and how it stands without and with them. Limits are proposals; a description says what a service does, so whoever applies it makes it true.',
  }) satisfies z.ZodType<DescriptionFix>;

/** Steps a patch may have. */
export const MOST_STEPS = 20_000;

export const revisionFix = descriptionFix
  .extend({ steps: z.number().meta({ description: 'Of the whole patch' }) })
  .meta({ id: 'RevisionFix' }) satisfies z.ZodType<RevisionFixDto>;

export const wantedRules = many(z.string().max(200)).meta({
  description: 'Only what these rules or causes report',
});
