import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { emergencies } from '#db/schema/gate.ts';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { mayReviewEmergency } from '#lib/domain/emergencies/rules.ts';
import type { EmergencyOutcome } from '#lib/domain/words.ts';
import { lockWithApi } from '../apis/lock-with-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { emergencyDto, loadEmergency, recordOf } from './emergency-row.ts';
import type { EmergencyRow } from './emergency-row.ts';

export interface EmergencyJudgement {
  outcome: EmergencyOutcome;
  comment: string;
}

/** Ends the access too where it was not used yet. */
export async function reviewEmergency(
  ctx: Ctx,
  id: string,
  { outcome, comment }: EmergencyJudgement,
  ifMatch: string | null,
): Promise<EmergencyDto> {
  return transact(ctx, async (tx) => {
    const row = await loadForUpdate(tx, id);
    refuse(mayReviewEmergency(ctx.actor.standing, row.place, recordOf(row)));
    const version = expectedVersion(ifMatch, row.version);
    const written = await tx
      .update(emergencies)
      .set({
        outcome,
        comment,
        reviewedBy: ctx.actor.standing.name,
        reviewedAt: ctx.now,
        version: version + 1,
      })
      .where(and(eq(emergencies.id, id), eq(emergencies.version, version)))
      .returning({ id: emergencies.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'emergency.reviewed',
      subjects: [id, row.api, row.environment],
      data: { outcome, comment, openedBy: row.openedBy, used: row.usedAt !== null },
    });
    await refreshPosture(tx, ctx, [row.apiId]);
    return emergencyDto(ctx, await loadEmergency(tx, id));
  });
}

async function loadForUpdate(tx: Transaction, id: string): Promise<EmergencyRow> {
  await lockWithApi(tx, 'emergency', id);
  return loadEmergency(tx, id);
}
