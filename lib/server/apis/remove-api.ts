import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis, ownershipTerms, riskHistory } from '#db/schema/apis.ts';
import { decisions, deployments, emergencies, exceptions, posture } from '#db/schema/gate.ts';
import { reviews, signOffs } from '#db/schema/reviews.ts';
import { findings, operations, revisionFindings, revisions } from '#db/schema/revisions.ts';
import { mayRemoveApi } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { loadApiForUpdate } from './load-api.ts';

/** Only what nobody has reviewed, decided or deployed can go; everything else is evidence and is retired instead. */
export async function removeApi(ctx: Ctx, slug: string): Promise<void> {
  await transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayRemoveApi(ctx.actor.standing, place));
    if (await hasHistory(tx, api.id)) {
      throw conflict(
        'api.has-history',
        `${slug} has reviews, decisions or deployments, which are evidence. Set its lifecycle to retired instead.`,
      );
    }
    const own = tx.select({ id: revisions.id }).from(revisions).where(eq(revisions.apiId, api.id));
    await tx.delete(revisionFindings).where(inArray(revisionFindings.revisionId, own));
    await tx.delete(operations).where(inArray(operations.revisionId, own));
    for (const table of [findings, revisions, ownershipTerms, riskHistory, posture])
      await tx.delete(table).where(eq(table.apiId, api.id));
    await tx.delete(apis).where(eq(apis.id, api.id));
    await audit(tx, ctx, { action: 'api.removed', subjects: [slug], data: { name: api.name } });
  });
}

const EVIDENCE = [reviews, signOffs, decisions, deployments, exceptions, emergencies];

async function hasHistory(tx: Transaction, apiId: string): Promise<boolean> {
  for (const table of EVIDENCE) if ((await tx.$count(table, eq(table.apiId, apiId))) > 0) return true;
  return false;
}
