import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import type { Ctx } from '../context.ts';
import { fixSource } from '../findings/fix-source.ts';
import { loadContent } from './load-content.ts';

export interface FixQuery {
  rule?: string[];
  /** Of the patch; absent: all. */
  steps?: number;
}

/** What a program can mend in a revision, and how the revision would stand afterwards. */
export async function fixRevision(
  ctx: Ctx,
  slug: string,
  which: string,
  { rule, steps }: FixQuery,
): Promise<RevisionFixDto> {
  const { content } = await loadContent(ctx.db, slug, which);
  const fix = await fixSource(content, rule);
  return { ...fix, patch: fix.patch.slice(0, steps), steps: fix.patch.length };
}

/** The patch alone, as a file for the tools that apply such patches. */
export async function downloadFix(ctx: Ctx, slug: string, which: string, query: FixQuery): Promise<Response> {
  const { revision, content } = await loadContent(ctx.db, slug, which);
  const { patch } = await fixSource(content, query.rule);
  return new Response(`${JSON.stringify(patch.slice(0, query.steps), null, 2)}\n`, {
    headers: {
      'content-type': 'application/json-patch+json',
      'content-disposition': `attachment; filename="${slug}-${revision.number}.patch.json"`,
    },
  });
}
