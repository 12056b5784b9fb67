import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { Ctx } from '../context.ts';
import { diffInWorker } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { notFound } from '../http/problem.ts';
import { findContent } from './find-content.ts';
import { findRevision } from './queries.ts';

export async function diffRevisions(
  ctx: Ctx,
  slug: string,
  from: string,
  to: string,
): Promise<DescriptionDiff> {
  const [older, newer] = await Promise.all([contentOf(ctx, slug, from), contentOf(ctx, slug, to)]);
  return diffInWorker(older, newer).catch(descriptionProblem);
}

async function contentOf(ctx: Ctx, slug: string, which: string) {
  const revision = await findRevision(ctx.db, slug, which);
  const content = await findContent(ctx.db, { apiId: revision.apiId, revisionId: revision.id });
  if (!content) throw notFound(`content of revision ${which}`);
  return content;
}
