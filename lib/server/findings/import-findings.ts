import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { newId } from '#db/new-id.ts';
import { findings } from '#db/schema/revisions.ts';
import { findingDueAt } from '#lib/domain/findings/due.ts';
import { fromSarif } from '#lib/domain/findings/from-sarif.ts';
import { OWN_SOURCE } from '#lib/domain/findings/to-sarif.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { Problem, refuse } from '../http/problem.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';

export interface ImportResult {
  tools: string[];
  added: number;
  known: number;
  /** Results that report no problem. */
  passedOver: number;
}

/** Rows of one insert; a SARIF file may hold 100,000 results. */
const BATCH = 1000;
const digest = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32);

/** Findings of other scanners join ours; the same result imported again changes nothing but when it was last seen. */
export async function importFindings(ctx: Ctx, slug: string, document: unknown): Promise<ImportResult> {
  const read = fromSarif(document, digest);
  if (!read.ok)
    throw new Problem('invalid', read.errors[0]?.detail ?? 'This is no SARIF 2.1.0.', {
      code: 'sarif',
      errors: read.errors,
    });
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(overApi('import-findings', ctx.actor.standing, place));
    const policy = await currentPolicy(tx);
    const rows = read.findings
      // Our own scanner's findings come from scans alone.
      .filter((finding) => finding.tool !== OWN_SOURCE)
      .map(({ tool, rule, severity, owasp, title, why, fix, fingerprint }) => ({
        id: newId(ctx.now.getTime()),
        apiId: api.id,
        source: tool,
        fingerprint,
        rule,
        severity,
        owasp,
        title,
        why,
        fix,
        state: 'open' as const,
        firstSeenAt: ctx.now,
        lastSeenAt: ctx.now,
        dueAt: findingDueAt(severity, ctx.now, policy.tiers[api.tier]),
      }));
    let added = 0;
    for (let at = 0; at < rows.length; at += BATCH) {
      const stored = await tx
        .insert(findings)
        .values(rows.slice(at, at + BATCH))
        .onConflictDoUpdate({
          target: [findings.apiId, findings.source, findings.fingerprint],
          set: { lastSeenAt: ctx.now },
        })
        .returning({ isNew: sql<boolean>`(xmax = 0)` });
      added += stored.filter((row) => row.isNew).length;
    }
    const result = { tools: read.tools, added, known: rows.length - added, passedOver: read.passedOver };
    await audit(tx, ctx, { action: 'findings.imported', subjects: [slug], data: { ...result } });
    await refreshPosture(tx, ctx, [api.id]);
    return result;
  });
}
