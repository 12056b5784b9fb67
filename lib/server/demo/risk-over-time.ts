import { riskInput } from '#lib/domain/risk/risk-input.ts';
import { scoreRisk } from '#lib/domain/risk/score.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { factsIn } from './gate-facts.ts';
import type { World, WorldApi } from './world.ts';

/** Deployments without a decision count this long, as in the product's own figures. */
const UNGATED = 90 * DAY;

/** One row whenever the risk of an API is another one than before. */
export function noteRisk(world: World, api: WorldApi, now: Date): void {
  const ungated = api.deployments.filter(
    ({ gated, at }) => !gated && now.getTime() - at.getTime() < UNGATED && at <= now,
  );
  const input = riskInput(factsIn(world, api, 'production', now), {
    protections: api.row.protections,
    ungatedDeployments: ungated.length,
  });
  const { score, level, contributions } = scoreRisk(input);
  const isKnown = api.hasRisk && api.row.riskScore === score && api.row.riskLevel === level;
  if (isKnown) return;
  api.hasRisk = true;
  Object.assign(api.row, { riskScore: score, riskLevel: level });
  world.riskHistory.push({ apiId: api.row.id, at: now, score, level, contributions });
}
