import { categoryPoints } from '#lib/domain/scan/score.ts';
import { RULES } from '#lib/domain/scan/rules.ts';
import type { ScoreDto } from '#lib/domain/revisions/dto.ts';
import type { Ctx } from '../context.ts';
import { analyse } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { loadContent } from './load-content.ts';

const TITLES: ReadonlyMap<string, string> = new Map(RULES.map(({ id, title }) => [id, title]));

/** How the score of a revision comes about, by the rules of now; all that it takes to work it out by hand. */
export async function scoreRevision(ctx: Ctx, slug: string, which: string): Promise<ScoreDto> {
  const { content } = await loadContent(ctx.db, slug, which);
  const { scan } = await analyse(content.bytes, content.mediaType).catch(descriptionProblem);
  const { ruleSet, score, grade, arithmetic } = scan;
  const terms = arithmetic.map((term) => ({ ...term, title: TITLES.get(term.rule) ?? term.rule }));
  return { ruleSet, score, grade, categories: categoryPoints(arithmetic), terms };
}
