import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { Ctx } from '../context.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { loadContent } from './load-content.ts';

export async function diffRevisions(
  ctx: Ctx,
  slug: string,
  from: string,
  to: string,
): Promise<DescriptionDiff> {
  const [older, newer] = await Promise.all([loadContent(ctx.db, slug, from), loadContent(ctx.db, slug, to)]);
  return diffInWorker(older.content, newer.content).catch(descriptionProblem);
}
