import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { findings, revisions } from '#db/schema/revisions.ts';
import type { FindingFacts, GateFacts } from '#lib/domain/gate/facts.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { analyse } from '../descriptions/analysis-pool.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { loadFacts } from './load-facts.ts';

type Facts = GateFacts & { apiId: string | null };

/**
 * Facts about a description that comes with the question. A registered one is judged as that revision; another by its own
 * scan, where what people said about the API's findings still counts.
 */
export async function revisionOfSpec(db: Queryable, facts: Facts, spec: string): Promise<Partial<Facts>> {
  const analysis = await analyse(Buffer.from(spec), undefined).catch(descriptionProblem);
  const { apiId, asked } = facts;
  if (!apiId) return { revision: null };
  const { digest, materialDigest, scan } = analysis;
  const same = await db
    .select({ id: revisions.id, digest: revisions.digest })
    .from(revisions)
    .where(and(eq(revisions.apiId, apiId), eq(revisions.materialDigest, materialDigest)))
    .orderBy(desc(revisions.number));
  const exact = same.find((revision) => revision.digest === digest);
  if (exact) return loadFacts(db, { ...asked, revision: exact.id }, new Date(facts.now));
  // One that says materially the same is named, so that the question can be asked again by its id.
  const id = same[0]?.id ?? digest;
  const revision = {
    id,
    digest,
    materialDigest,
    uploadedBy: null,
    scan: 'done' as const,
    findings: await known(db, apiId, scan.findings),
  };
  return { revision, asked: { ...asked, revision: id } };
}

async function known(db: Queryable, apiId: string, scanned: ScannedFinding[]): Promise<FindingFacts[]> {
  const fingerprints = scanned.map((finding) => finding.fingerprint);
  const rows = fingerprints.length
    ? await db
        .select({ id: findings.id, fingerprint: findings.fingerprint, state: findings.state })
        .from(findings)
        .where(
          and(
            eq(findings.apiId, apiId),
            eq(findings.source, 'gatehouse'),
            inArray(findings.fingerprint, fingerprints),
          ),
        )
    : [];
  const byFingerprint = new Map(rows.map((row) => [row.fingerprint, row]));
  return scanned.flatMap(({ rule, title, severity, fingerprint }) => {
    const before = byFingerprint.get(fingerprint);
    if (before?.state === 'false-positive') return [];
    const state = before?.state === 'acknowledged' ? ('acknowledged' as const) : ('open' as const);
    return [{ id: before?.id ?? fingerprint, rule, title, severity, state }];
  });
}
