import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { apis } from '#db/schema/apis.ts';
import { revisionContents, revisions } from '#db/schema/revisions.ts';
import { mayUpload } from '#lib/domain/ownership/rights.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { loadApi, loadApiForUpdate } from '../apis/load-api.ts';
import type { ApiRecord } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import type { Analysis } from '../descriptions/analyse-description.ts';
import { analyse } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { refreshFindings, storeFindings } from '../findings/store-findings.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { getRevision } from './queries.ts';
import { storeOperations } from './store-operations.ts';

const deflate = promisify(gzip);

export interface Upload {
  bytes: Uint8Array;
  mediaType: string;
  /** Address it was fetched from. */
  importedFrom?: string;
}

export interface UploadResult extends RevisionDto {
  isNew: boolean;
}

/** The right is judged before the description is looked at, and again under the lock before it is stored. */
export async function uploadRevision(ctx: Ctx, slug: string, upload: Upload): Promise<UploadResult> {
  refuse(mayUpload(ctx.actor.standing, (await loadApi(ctx.db, slug)).place));
  const analysis = await analyse(upload.bytes, upload.mediaType).catch(descriptionProblem);
  const compressed = await deflate(upload.bytes);
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayUpload(ctx.actor.standing, place));
    const known = await findByDigest(tx, api.id, analysis.digest);
    if (known) {
      if (known !== api.latestRevisionId) await bringBack(tx, ctx, api, known);
      return { ...(await getRevision(ctx, slug, known, tx)), isNew: false };
    }
    await tx
      .insert(revisionContents)
      .values({ digest: analysis.digest, gzip: compressed })
      .onConflictDoNothing();
    const id = await insertRevision(tx, ctx, api, upload, analysis);
    await storeOperations(tx, id, analysis.operations);
    await storeFindings(tx, ctx, { api, revisionId: id, scanned: analysis.scan.findings });
    await tx
      .update(apis)
      .set({
        latestRevisionId: id,
        latestRevisionAt: ctx.now,
        revisionCount: api.revisionCount + 1,
        updatedAt: ctx.now,
        version: sql`${apis.version} + 1`,
      })
      .where(eq(apis.id, api.id));
    await audit(tx, ctx, {
      action: 'revision.uploaded',
      subjects: [slug, id, analysis.digest],
      data: {
        digest: analysis.digest,
        materialDigest: analysis.materialDigest,
        format: analysis.format,
        version: analysis.version,
        operations: analysis.operations.length,
        score: analysis.scan.score,
        importedFrom: upload.importedFrom ?? null,
      },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return { ...(await getRevision(ctx, slug, id, tx)), isNew: true };
  });
}

/**
 * A description that was there before is uploaded again: what is newest is what was brought last, as after a revert. Who
 * brings it had a hand in it like who uploaded it first.
 */
async function bringBack(tx: Transaction, ctx: Ctx, api: ApiRecord, revisionId: string): Promise<void> {
  await tx
    .update(apis)
    .set({
      latestRevisionId: revisionId,
      latestRevisionAt: ctx.now,
      updatedAt: ctx.now,
      version: sql`${apis.version} + 1`,
    })
    .where(eq(apis.id, api.id));
  const { name } = ctx.actor.standing;
  await tx
    .update(revisions)
    .set({ broughtBackBy: sql`array_append(array_remove(${revisions.broughtBackBy}, ${name}), ${name})` })
    .where(eq(revisions.id, revisionId));
  await audit(tx, ctx, {
    action: 'revision.brought-back',
    subjects: [api.slug, revisionId],
    data: { before: api.latestRevisionId, after: revisionId },
  });
  await refreshFindings(tx, ctx, api.id, revisionId);
  await refreshPosture(tx, ctx, [api.id]);
}

async function findByDigest(tx: Transaction, apiId: string, digest: string): Promise<string | null> {
  const [row] = await tx
    .select({ id: revisions.id })
    .from(revisions)
    .where(and(eq(revisions.apiId, apiId), eq(revisions.digest, digest)));
  return row?.id ?? null;
}

async function insertRevision(
  tx: Transaction,
  ctx: Ctx,
  api: ApiRecord,
  upload: Upload,
  analysis: Analysis,
): Promise<string> {
  const id = newId(ctx.now.getTime());
  const { digest, materialDigest, format, title, version, features, servers, scan } = analysis;
  await tx.insert(revisions).values({
    id,
    apiId: api.id,
    number: api.revisionCount + 1,
    digest,
    materialDigest,
    format,
    mediaType: upload.mediaType,
    title,
    version,
    operationCount: analysis.operations.length,
    features,
    servers,
    size: upload.bytes.byteLength,
    uploadedBy: ctx.actor.standing.name,
    uploadedAt: ctx.now,
    importedFrom: upload.importedFrom ?? null,
    scanState: 'done',
    scanRuleSet: scan.ruleSet,
    scanScore: Math.round(scan.score),
    scanGrade: scan.grade,
    scanCounts: scan.counts,
  });
  return id;
}
