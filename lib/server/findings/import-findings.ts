import { createHash } from 'node:crypto';
import { hasRole } from '#lib/domain/identity/standing.ts';
import { fromSarif } from '#lib/domain/findings/from-sarif.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { loadApi, loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { Problem, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { markAbsent, storeImported } from './store-imported.ts';

export interface ImportResult {
  tools: string[];
  added: number;
  known: number;
  /** Reported in the run before, and no longer. */
  fixed: number;
  /** Results that report no problem. */
  passedOver: number;
}

const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

/**
 * Findings of other scanners join ours; the same result imported again changes nothing but when it was last seen. What a
 * pipeline or security no longer reports is fixed. A team's own import only adds and rates no finding milder: a file by
 * hand must not unblock what otherwise takes security's word.
 */
export async function importFindings(ctx: Ctx, slug: string, document: unknown): Promise<ImportResult> {
  refuse(overApi('import-findings', ctx.actor.standing, (await loadApi(ctx.db, slug)).place));
  const read = fromSarif(document, digest, slug);
  if (!read.ok)
    throw new Problem('invalid', read.errors[0]?.detail ?? 'This is no SARIF 2.1.0.', {
      code: 'sarif',
      errors: read.errors,
    });
  const { standing } = ctx.actor;
  const mayClose = standing.kind === 'service' || hasRole(standing, 'security');
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(overApi('import-findings', standing, place));
    const added = await storeImported(tx, ctx, api, read.findings, { mayEase: mayClose });
    const fixed = mayClose
      ? await markAbsent(tx, ctx, api.id, { runs: read.runs, imported: read.findings })
      : 0;
    const result = {
      tools: read.tools,
      added,
      known: read.findings.length - added,
      fixed,
      passedOver: read.passedOver,
    };
    await audit(tx, ctx, { action: 'findings.imported', subjects: [slug], data: { ...result } });
    await refreshPosture(tx, ctx, [api.id]);
    return result;
  });
}
