import { decide } from '#lib/domain/gate/decide.ts';
import { ownershipState } from '#lib/domain/ownership/attestation.ts';
import { riskInput } from '#lib/domain/risk/risk-input.ts';
import { scoreRisk } from '#lib/domain/risk/score.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { isSameSnapshot } from '../risk/snapshot.ts';
import { factsIn } from './gate-facts.ts';
import type { World, WorldApi } from './world.ts';

/** Deployments without a decision count this long, as in the product's own figures. */
const UNGATED = 90 * DAY;

/** One row whenever what is said of an API is something else than before. */
export function noteRisk(world: World, api: WorldApi, now: Date): void {
  const ungated = api.deployments.filter(
    ({ gated, at }) => !gated && now.getTime() - at.getTime() < UNGATED && at <= now,
  );
  const facts = factsIn(world, api, 'production', now);
  const input = riskInput(facts, {
    protections: api.row.protections,
    ungatedDeployments: ungated.length,
  });
  const snapshot = {
    apiId: api.row.id,
    ...scoreRisk(input),
    tier: input.tier,
    lifecycle: input.lifecycle,
    ownership: ownershipState(facts.api.owner, facts.policy, facts.now),
    ownerTeamId: api.row.ownerTeamId ?? null,
    offeredTeamId: api.row.ownerTeamId ? null : (api.row.offeredTeamId ?? null),
    outcome: decide(facts).outcome,
    signOff: input.signOff,
    severeFindings: input.findings.filter(({ severity }) => severity === 'critical' || severity === 'high')
      .length,
  };
  if (api.lastSnapshot && isSameSnapshot(snapshot, api.lastSnapshot)) return;
  api.lastSnapshot = snapshot;
  Object.assign(api.row, { riskScore: snapshot.score, riskLevel: snapshot.level });
  world.riskHistory.push({ ...snapshot, at: now });
}
