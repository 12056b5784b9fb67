import { inArray, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { riskHistory } from '#db/schema/apis.ts';
import { riskInput } from '#lib/domain/risk/risk-input.ts';
import { scoreRisk } from '#lib/domain/risk/score.ts';
import { ownershipState } from '#lib/domain/ownership/attestation.ts';
import type { Outcome } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import type { CompleteFacts } from '../gate/complete-facts.ts';
import { mattering, riskExtras } from './risk-of.ts';
import { isSameSnapshot } from './snapshot.ts';
import type { RiskSnapshotRow } from './snapshot.ts';

/** Facts with what `decide` says of them. */
export type JudgedFacts = CompleteFacts & { outcome: Outcome };

/** Writes one row of history whenever what is said of an API changed; its row is locked by the caller. Returns what is said now. */
export async function refreshRisk(
  tx: Transaction,
  ctx: Pick<Ctx, 'now'>,
  facts: JudgedFacts[],
): Promise<RiskSnapshotRow[]> {
  const chosen = mattering(facts);
  if (chosen.length === 0) return [];
  const ids = chosen.map((one) => one.apiId);
  const extras = await riskExtras(tx, ids, ctx.now);
  const snapshots = chosen.map((one): RiskSnapshotRow => {
    const { ownerTeamId, offeredTeamId, severeFindings, ...extra } = extras.get(one.apiId)!;
    const input = riskInput(one, extra);
    return {
      apiId: one.apiId,
      ...scoreRisk(input),
      tier: input.tier,
      lifecycle: input.lifecycle,
      ownership: ownershipState(one.api.owner, one.policy, one.now),
      ownerTeamId,
      offeredTeamId: ownerTeamId === null ? offeredTeamId : null,
      outcome: one.outcome,
      signOff: input.signOff,
      severeFindings,
    };
  });
  const last = await lastSnapshots(tx, ids);
  const changed = snapshots.filter((snapshot) => {
    const before = last.get(snapshot.apiId);
    return !before || !isSameSnapshot(snapshot, before);
  });
  if (changed.length > 0) {
    // A change that had to wait has an earlier clock than the one it waited for, and is still the later one.
    const at = ({ apiId }: RiskSnapshotRow) =>
      new Date(Math.max(ctx.now.getTime(), last.get(apiId)?.at.getTime() ?? 0));
    await tx.insert(riskHistory).values(changed.map((snapshot) => ({ ...snapshot, at: at(snapshot) })));
  }
  return snapshots;
}

async function lastSnapshots(
  tx: Transaction,
  ids: string[],
): Promise<Map<string, RiskSnapshotRow & { at: Date }>> {
  const rows = await tx
    .selectDistinctOn([riskHistory.apiId])
    .from(riskHistory)
    .where(inArray(riskHistory.apiId, ids))
    .orderBy(riskHistory.apiId, sql`${riskHistory.at} DESC`, sql`${riskHistory.id} DESC`);
  return new Map(rows.map((row) => [row.apiId, row]));
}
