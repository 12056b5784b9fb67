import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import type { Ctx } from '../context.ts';
import { fixSource } from '../findings/fix-source.ts';
import { notFound } from '../http/problem.ts';
import { findContent } from './find-content.ts';
import { findRevision } from './queries.ts';

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
  const revision = await findRevision(ctx.db, slug, which);
  const content = await findContent(ctx.db, { apiId: revision.apiId, revisionId: revision.id });
  if (!content) throw notFound(`content of revision ${which}`);
  const fix = await fixSource(content, rule);
  return { ...fix, patch: fix.patch.slice(0, steps), steps: fix.patch.length };
}

/** The patch alone, as a file for the tools that apply such patches. */
export async function downloadFix(ctx: Ctx, slug: string, which: string, query: FixQuery): Promise<Response> {
  const { patch } = await fixRevision(ctx, slug, which, query);
  const { number } = await findRevision(ctx.db, slug, which);
  return new Response(`${JSON.stringify(patch, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json-patch+json',
      'content-disposition': `attachment; filename="${slug}-${number}.patch.json"`,
    },
  });
}
