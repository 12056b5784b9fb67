import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import type { Ctx } from '../context.ts';
import { currentRisk } from './current-risk.ts';
import { pastPicture, pastRisk } from './past-risk.ts';
import { remember } from './remember.ts';
import type { RiskPicture } from './risk-picture.ts';
import type { RiskScope } from './risk-scope.ts';
import { NOW_WITHIN_MS, riskTrend } from './risk-trend.ts';

export interface RiskQuery extends RiskScope {
  asOf?: Date;
}

const BEFORE_DAYS = 30;

/** The risk page: now from the read models, at a past date from the history of scores. The future is not known. */
export async function getRisk(ctx: Ctx, { asOf, ...scope }: RiskQuery): Promise<RiskDto> {
  const at = asOf && asOf < ctx.now ? asOf : ctx.now;
  const isPast = at.getTime() < ctx.now.getTime() - NOW_WITHIN_MS;
  const [now, trend, before] = await Promise.all([
    isPast ? pastRisk(ctx, scope, at) : currentRisk(ctx, scope),
    riskTrend(ctx, scope, at),
    monthBefore(ctx, scope, at),
  ]);
  const valueBefore = new Map(before.figures.map((figure) => [figure.key, figure.value]));
  const figures: RiskFigure[] = now.figures.map((figure) => ({
    ...figure,
    before: hasApis(before) ? (valueBefore.get(figure.key) ?? null) : null,
  }));
  return { ...now, asOf: at.toISOString(), figures, trend };
}

/** The beginning of that day, so that it is looked up once and not with every page. */
function monthBefore(ctx: Ctx, scope: RiskScope, at: Date): Promise<RiskPicture> {
  const day = new Date(Math.floor(at.getTime() / DAY - BEFORE_DAYS) * DAY);
  return remember(ctx.db, JSON.stringify(['before', scope.team, scope.application, day]), {
    load: () => pastPicture(ctx, scope, day),
    isWorthIt: hasApis,
  });
}

const hasApis = ({ figures }: RiskPicture) =>
  figures.some((figure) => figure.key === 'apis' && figure.value > 0);
