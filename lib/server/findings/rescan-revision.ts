import { eq } from 'drizzle-orm';
import { revisionFindings, revisions } from '#db/schema/revisions.ts';
import { RULE_SET } from '#lib/domain/scan/rules.ts';
import { log } from '#lib/log.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Analysis } from '../descriptions/analyse-description.ts';
import { analyse } from '../descriptions/analysis-pool.ts';
import { DescriptionError } from '../descriptions/description-error.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { findContent } from '../revisions/find-content.ts';
import { transact } from '../transact.ts';
import { endOutgrownExceptions } from './end-outgrown-exceptions.ts';
import type { OutdatedScan } from './outdated-scans.ts';
import { refreshDueDates } from './refresh-due-dates.ts';
import { storeEarlierFindings } from './store-earlier-findings.ts';
import { storeFindings } from './store-findings.ts';

type Scan = Analysis['scan'] | { failure: string };

/**
 * Scans what is stored with the rules of now, as nobody's change: findings keep their history, and the gate sees what
 * they say. A description that the rules of now cannot be tried on keeps the result it has. False where somebody was
 * quicker, by another upload or in another process.
 */
export async function rescanRevision(ctx: Ctx, outdated: OutdatedScan): Promise<boolean> {
  const { api: slug, revisionId } = outdated;
  const scan = await scanAgain(ctx, outdated);
  return transact(ctx, async (tx) => {
    const { api } = await loadApiForUpdate(tx, slug);
    const [revision] = await tx.select().from(revisions).where(eq(revisions.id, revisionId));
    const isNewest = api.latestRevisionId === revisionId;
    const isCurrent = isNewest || api.productionRevisionId === revisionId;
    if (!revision || !isCurrent || revision.scanRuleSet === RULE_SET) return false;
    const write = (values: Partial<typeof revisions.$inferInsert>) =>
      tx.update(revisions).set(values).where(eq(revisions.id, revisionId));
    const data = { ruleSet: { before: revision.scanRuleSet, after: RULE_SET } };
    if ('failure' in scan) {
      await write({ rescanFailedWith: RULE_SET, rescanFailure: scan.failure });
      await audit(tx, ctx, {
        action: 'revision.rescan-failed',
        subjects: [slug, revisionId],
        data: { ...data, reason: scan.failure },
      });
      return true;
    }
    if (isNewest) {
      await tx.delete(revisionFindings).where(eq(revisionFindings.revisionId, revisionId));
      await storeFindings(tx, ctx, { api, revisionId, scanned: scan.findings });
    } else {
      await storeEarlierFindings(tx, ctx, { apiId: api.id, revisionId, scanned: scan.findings });
      await refreshDueDates(tx, [api.id]);
      await endOutgrownExceptions(tx, ctx, api);
    }
    await write({
      scanState: 'done',
      scanRuleSet: scan.ruleSet,
      scanScore: Math.round(scan.score),
      scanGrade: scan.grade,
      scanCounts: scan.counts,
      rescanFailedWith: null,
      rescanFailure: null,
    });
    await audit(tx, ctx, {
      action: 'revision.rescanned',
      subjects: [slug, revisionId],
      data: { ...data, score: { before: revision.scanScore, after: Math.round(scan.score) } },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return true;
  });
}

/** Before any lock is taken. Too much else to do is no fault of the description: that is thrown, and tried again later. */
async function scanAgain(ctx: Ctx, { api, apiId, revisionId }: OutdatedScan): Promise<Scan> {
  const content = await findContent(ctx.db, { apiId, revisionId });
  if (!content) return { failure: 'The bytes of the description are missing.' };
  try {
    return (await analyse(content.bytes, content.mediaType)).scan;
  } catch (error) {
    if (error instanceof DescriptionError && error.status === 503) throw error;
    if (error instanceof DescriptionError) return { failure: error.detail };
    log.error({ api, revision: revisionId, err: error }, 'a description could not be scanned again');
    return { failure: 'The scanner failed on the description; the log says why.' };
  }
}
