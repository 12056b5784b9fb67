import { describeApi } from '#db/demo/describe-api.ts';
import { newId } from '#db/new-id.ts';
import { findingDueAt } from '#lib/domain/findings/due.ts';
import { mayUpload } from '#lib/domain/ownership/rights.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { OWN_SOURCE } from '#lib/domain/words.ts';
import { analyseDescription } from '../../descriptions/analyse-description.ts';
import type { Analysis } from '../../descriptions/analyse-description.ts';
import { actorIn, insist, placeIn, record } from '../actors.ts';
import type { Play } from './play.ts';
import { apiIn } from '../world.ts';
import type { FindingRow, World, WorldApi, WorldRevision } from '../world.ts';
import { touch } from './ownership.ts';

const NOT_FOUND_BEFORE = {
  source: OWN_SOURCE,
  state: 'open',
  reason: null,
  decidedBy: null,
  decidedAt: null,
  fixedAt: null,
  reintroducedAt: null,
  runCategory: null,
  places: null,
  placeCount: null,
  version: 1,
} as const;

function seen(world: World, { row, findings }: WorldApi, finding: ScannedFinding, now: Date): FindingRow {
  const { fingerprint, rule, severity, owasp, title, why, fix } = finding;
  const text = { severity, owasp, title, why, fix, lastSeenAt: now };
  const dueAt = findingDueAt(severity, now, world.policy.tiers[row.tier]);
  const known = findings.get(fingerprint);
  if (!known) {
    const id = newId(now.getTime());
    const made = {
      ...NOT_FOUND_BEFORE,
      ...text,
      id,
      apiId: row.id,
      fingerprint,
      rule,
      firstSeenAt: now,
      dueAt,
    };
    findings.set(fingerprint, made);
    return made;
  }
  const again = known.state === 'fixed' ? { state: 'open' as const, reintroducedAt: now, dueAt } : {};
  return Object.assign(known, text, { fixedAt: null, version: known.version + 1 }, again);
}

/** Findings keep their history over revisions: new, still there, fixed, reintroduced. */
function storeFindings(
  world: World,
  api: WorldApi,
  revisionId: string,
  scanned: readonly ScannedFinding[],
  now: Date,
) {
  const rows = scanned.map((finding) => {
    const { id } = seen(world, api, finding, now);
    const { occurrences, operations, operationCount, pointers } = finding;
    return { revisionId, findingId: id, occurrences, operations, operationCount, pointers };
  });
  const present = new Set(rows.map((row) => row.findingId));
  for (const finding of api.findings.values()) {
    const isOpen = finding.state === 'open' || finding.state === 'acknowledged';
    if (isOpen && !present.has(finding.id)) {
      Object.assign(finding, { state: 'fixed', fixedAt: now, version: finding.version + 1 });
    }
  }
  return rows;
}

function revisionRow(
  api: WorldApi,
  analysis: Analysis,
  upload: { size: number; mediaType: string; by: string; at: Date },
): WorldRevision['row'] {
  const { digest, materialDigest, format, title, version, features, servers, scan, operations } = analysis;
  return {
    id: newId(upload.at.getTime()),
    apiId: api.row.id,
    number: api.row.revisionCount + 1,
    digest,
    materialDigest,
    format,
    mediaType: upload.mediaType,
    title,
    version,
    operationCount: operations.length,
    features,
    servers,
    size: upload.size,
    uploadedBy: upload.by,
    uploadedAt: upload.at,
    broughtBackBy: [],
    importedFrom: null,
    scanState: 'done',
    scanRuleSet: scan.ruleSet,
    scanScore: Math.round(scan.score),
    scanGrade: scan.grade,
    scanCounts: scan.counts,
    rescanFailedWith: null,
    rescanFailure: null,
  };
}

export const uploadRevision: Play<'revision.uploaded'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  insist(mayUpload(actor.standing, placeIn(world, api)), `upload to ${event.api}`);
  const blueprint = api.plan.blueprints[event.number - 1];
  if (!blueprint || event.number !== api.row.revisionCount + 1)
    throw new Error(`${event.api} has no revision ${event.number}`);
  const { mediaType, text } = describeApi(blueprint);
  const bytes = new TextEncoder().encode(text);
  const analysis = analyseDescription(bytes, mediaType);
  const row = revisionRow(api, analysis, { size: bytes.byteLength, mediaType, by: event.actor, at: now });
  const findings = storeFindings(world, api, row.id, analysis.scan.findings, now);
  api.revisions.push({ row, analysis, bytes, findings });
  touch(api.row, now, { latestRevisionId: row.id, latestRevisionAt: now, revisionCount: row.number });
  record(world, actor, now, {
    action: 'revision.uploaded',
    subjects: [event.api, row.id, row.digest],
    data: {
      digest: row.digest,
      materialDigest: row.materialDigest,
      format: row.format,
      version: row.version,
      operations: row.operationCount,
      score: analysis.scan.score,
      importedFrom: null,
    },
  });
};
