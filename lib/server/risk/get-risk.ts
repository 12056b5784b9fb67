import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { Ctx } from '../context.ts';
import { iso } from '../iso.ts';
import { currentRisk } from './current-risk.ts';
import type { RiskScope } from './current-risk.ts';
import { riskTrend } from './risk-trend.ts';
import { pastRisk } from './past-risk.ts';

export interface RiskQuery extends RiskScope {
  asOf?: string;
}

/** A little slack, so that a clock that is slightly off does not turn now into the past. */
const NOW_WITHIN_MS = 60_000;

/** The risk page: now from the read models, at a past date from the history of scores. */
export async function getRisk(ctx: Ctx, { asOf, ...scope }: RiskQuery): Promise<RiskDto> {
  const at = asOf ? new Date(asOf) : ctx.now;
  const isPast = at.getTime() < ctx.now.getTime() - NOW_WITHIN_MS;
  const [now, trend, monthBefore] = await Promise.all([
    isPast ? pastRisk(ctx, scope, at) : currentRisk(ctx, scope),
    riskTrend(ctx, scope, at),
    pastRisk(ctx, scope, new Date(at.getTime() - 30 * DAY)),
  ]);
  const before = new Map(monthBefore.figures.map((figure) => [figure.key, figure.value]));
  const hasHistory = monthBefore.figures.some((figure) => figure.key === 'apis' && figure.value > 0);
  const figures: RiskFigure[] = now.figures.map((figure) => ({
    ...figure,
    before: hasHistory ? (before.get(figure.key) ?? null) : null,
  }));
  return { ...now, asOf: iso(at), figures, trend };
}
