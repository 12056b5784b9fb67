import { desc, eq } from 'drizzle-orm';
import { policies } from '#db/schema/gate.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import { affectedTiers } from '#lib/domain/policy/affected-tiers.ts';
import type { PolicyDocument, PolicyDto } from '#lib/domain/policy/dto.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { recordDigest } from '../gate/attest.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { notFound, refuse } from '../http/problem.ts';
import { markAllStale } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { getPolicy } from './get-policy.ts';

/** The gate judges by the new version from the commit on; lists follow from the worker. The same document again changes nothing. */
export async function putPolicy(
  ctx: Ctx,
  key: string,
  document: PolicyDocument,
  ifMatch: string | null,
): Promise<PolicyDto> {
  return transact(ctx, async (tx) => {
    refuse(mayManage(ctx.actor.standing, 'policies'));
    const [before] = await tx
      .select()
      .from(policies)
      .where(eq(policies.key, key))
      .orderBy(desc(policies.version))
      .limit(1)
      .for('update');
    if (!before) throw notFound(`policy ${key}`);
    const version = expectedVersion(ifMatch, before.version);
    if (digestOf(document) === digestOf(before.document)) return getPolicy(ctx, key, tx);
    const made = await tx
      .insert(policies)
      .values({ key, version: version + 1, document, createdAt: ctx.now, createdBy: ctx.actor.standing.name })
      .onConflictDoNothing()
      .returning({ version: policies.version });
    if (made.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'policy.changed',
      subjects: [key],
      data: {
        version: version + 1,
        affects: affectedTiers(before.document, document),
        before: before.document,
        after: document,
      },
    });
    await markAllStale(tx, ctx);
    return getPolicy(ctx, key, tx);
  });
}

const digestOf = ({ attestationDays, tiers }: PolicyDocument) =>
  recordDigest(JSON.parse(JSON.stringify({ attestationDays, tiers })));
