import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { findings } from '#db/schema/revisions.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { conflict, notFound, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { getFinding } from './get-finding.ts';

export interface FindingJudgement {
  state: 'open' | 'acknowledged' | 'false-positive';
  reason: string;
}

/**
 * What people say about a finding. A false positive no longer blocks, so it takes security's word; acknowledging, which
 * changes nothing at the gate, is for the owning team too.
 */
export async function judgeFinding(
  ctx: Ctx,
  id: string,
  judgement: FindingJudgement,
  ifMatch: string | null,
): Promise<FindingDto> {
  return transact(ctx, (tx) => judgeInside(tx, ctx, id, judgement, ifMatch));
}

/** The same inside of a transaction. */
export async function judgeInside(
  tx: Transaction,
  ctx: Ctx,
  id: string,
  { state, reason }: FindingJudgement,
  ifMatch: string | null = null,
): Promise<FindingDto> {
  const [known] = await tx
    .select({ slug: apis.slug })
    .from(findings)
    .innerJoin(apis, eq(apis.id, findings.apiId))
    .where(eq(findings.id, id));
  if (!known) throw notFound(`finding ${id}`);
  const { api, place } = await loadApiForUpdate(tx, known.slug);
  refuse(
    overApi(state === 'false-positive' ? 'dismiss-finding' : 'judge-finding', ctx.actor.standing, place),
  );
  const [before] = await tx.select().from(findings).where(eq(findings.id, id)).for('update');
  const version = expectedVersion(ifMatch, before!.version);
  if (before!.state === 'fixed' && state !== 'false-positive') {
    throw conflict(
      'finding.fixed',
      'This finding is fixed. It opens again by itself when it comes back; only a false positive can be told before.',
    );
  }
  // Whoever takes back that it was false finds it fixed where it is gone since: nothing is there to block.
  const after = state !== 'false-positive' && before!.fixedAt ? 'fixed' : state;
  // Reopening a dismissed finding is as weighty as dismissing it is; it only ever makes the gate stricter.
  const written = await tx
    .update(findings)
    .set({
      state: after,
      reason,
      decidedBy: ctx.actor.standing.name,
      decidedAt: ctx.now,
      version: version + 1,
    })
    .where(and(eq(findings.id, id), eq(findings.version, version)))
    .returning({ id: findings.id });
  if (written.length === 0) throw staleWrite();
  await audit(tx, ctx, {
    action: `finding.${state === 'open' || after === 'fixed' ? 'reopened' : state === 'acknowledged' ? 'acknowledged' : 'dismissed'}`,
    subjects: [id, known.slug],
    data: { rule: before!.rule, before: before!.state, after, reason },
  });
  await refreshPosture(tx, ctx, [api.id]);
  return getFinding(tx, id);
}
