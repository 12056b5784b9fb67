import { and, desc, eq, inArray, ne } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { findings, revisions } from '#db/schema/revisions.ts';
import type { FindingFacts, GateFacts } from '#lib/domain/gate/facts.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import type { Analysis } from '../descriptions/analyse-description.ts';
import { analyse } from '../descriptions/analysis-pool.ts';
import { MAX_DESCRIPTION_BYTES } from '../descriptions/accepted.ts';
import { descriptionProblem } from '../descriptions/description-problem.ts';
import { Problem } from '../http/problem.ts';
import { loadFacts } from './load-facts.ts';

type Facts = GateFacts & { apiId: string | null };

/** Throws the problem that names what is wrong with the description. */
export async function analyseSpec(spec: string | undefined): Promise<Analysis | undefined> {
  if (spec === undefined) return undefined;
  const bytes = Buffer.from(spec);
  if (bytes.byteLength > MAX_DESCRIPTION_BYTES) {
    const most = MAX_DESCRIPTION_BYTES.toLocaleString('en');
    throw new Problem('too-large', `A description may have at most ${most} bytes.`, {
      extra: { limit: MAX_DESCRIPTION_BYTES },
    });
  }
  return analyse(bytes, undefined).catch(descriptionProblem);
}

/**
 * Facts about a description that comes with the question. A registered one is judged as that revision; another by its own
 * scan, where what people said about the API's findings still counts, and by what other scanners reported for the API.
 */
export async function revisionOfSpec(
  db: Queryable,
  facts: Facts,
  analysis: Analysis,
): Promise<Partial<Facts>> {
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
    findings: [...(await known(db, apiId, scan.findings)), ...(await imported(db, apiId))],
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
            eq(findings.source, OWN_SOURCE),
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

/** Findings of other scanners are about the API, whatever its description says. */
async function imported(db: Queryable, apiId: string): Promise<FindingFacts[]> {
  const rows = await db
    .select({
      id: findings.id,
      rule: findings.rule,
      title: findings.title,
      severity: findings.severity,
      state: findings.state,
    })
    .from(findings)
    .where(
      and(
        eq(findings.apiId, apiId),
        ne(findings.source, OWN_SOURCE),
        inArray(findings.state, ['open', 'acknowledged']),
      ),
    );
  return rows.map((row) => ({ ...row, state: row.state === 'acknowledged' ? 'acknowledged' : 'open' }));
}
