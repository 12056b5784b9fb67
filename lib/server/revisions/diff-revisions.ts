import { changeKinds } from '#lib/domain/description/change-kinds.ts';
import type { RevisionDiffDto } from '#lib/domain/revisions/dto.ts';
import type { Ctx } from '../context.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { loadContent } from './load-content.ts';

/** @param most changes of each group that are given; a patch may change tens of thousands of places. */
export async function diffRevisions(
  ctx: Ctx,
  slug: string,
  { from, to, most }: { from: string; to: string; most?: number | undefined },
): Promise<RevisionDiffDto> {
  const [older, newer] = await Promise.all([loadContent(ctx.db, slug, from), loadContent(ctx.db, slug, to)]);
  const diff = await diffInWorker(older.content, newer.content).catch(descriptionProblem);
  const { breaking, security, other } = diff;
  return {
    ...diff,
    breaking: breaking.slice(0, most),
    security: security.slice(0, most),
    other: other.slice(0, most),
    counts: { breaking: breaking.length, security: security.length, other: other.length },
    kinds: { breaking: changeKinds(breaking), security: changeKinds(security), other: changeKinds(other) },
  };
}
