import { and, eq, isNull, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { emergencies } from '#db/schema/gate.ts';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { emergencyEnd, mayOpenEmergency } from '#lib/domain/emergencies/rules.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { getEnvironment } from '../environments/queries.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { emergencyDto, loadEmergency } from './emergency-row.ts';

export interface EmergencyInput {
  api: string;
  environment: string;
  reason: string;
  incidentUrl: string;
}

/** Lets one deployment through, within the hour, and leaves a mark that stays until somebody else has reviewed it. */
export async function openEmergency(
  ctx: Ctx,
  { api: slug, environment, reason, incidentUrl }: EmergencyInput,
): Promise<EmergencyDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    await getEnvironment(ctx, environment, tx);
    refuse(mayOpenEmergency(ctx.actor.standing, place, await countUnreviewed(tx, api)));
    const id = newId(ctx.now.getTime());
    const expiresAt = new Date(emergencyEnd(ctx.now.getTime()));
    await tx.insert(emergencies).values({
      id,
      apiId: api.id,
      teamId: api.ownerTeamId,
      environment,
      reason,
      incidentUrl,
      openedBy: ctx.actor.standing.name,
      openedAt: ctx.now,
      expiresAt,
    });
    await audit(tx, ctx, {
      action: 'emergency.opened',
      subjects: [id, slug, environment],
      data: { team: place.ownerPath.at(-1) ?? null, reason, incidentUrl, expiresAt: expiresAt.toISOString() },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return emergencyDto(ctx, await loadEmergency(tx, id));
  });
}

/** Counted under a lock of the team, so that two that are opened at once for two of its APIs cannot both be the first. */
async function countUnreviewed(tx: Transaction, { id, ownerTeamId }: ApiRecord): Promise<number> {
  const lock = `emergency ${ownerTeamId ?? id}`;
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${lock}, 0))`);
  const whose = ownerTeamId ? eq(emergencies.teamId, ownerTeamId) : eq(emergencies.apiId, id);
  return tx.$count(emergencies, and(whose, isNull(emergencies.reviewedAt)));
}
