import { SEVERITIES } from '../words.ts';
import type { Severity } from '../words.ts';
import type { ParsedDescription } from '../description/types.ts';
import { familyOf } from '../description/formats.ts';
import { listOperations } from '../description/operations.ts';
import { dialectOf } from './dialect.ts';
import { findingsOf } from './findings.ts';
import { operationsOf, plainOperations } from './operation-node.ts';
import { reachOf } from './reach.ts';
import { relevantHits, tellingHits } from './relevant.ts';
import { referencesOf } from './references.ts';
import { indexRules } from './rule-index.ts';
import { judge } from './judge.ts';
import { occurrencesOf } from './occurrences.ts';
import { resolvedView } from './resolved.ts';
import { linkSchemes } from './units.ts';
import { CAUSES, RULES, RULE_SET } from './rules.ts';
import { scoreTerms } from './score-terms.ts';
import { gradeOf, scoreOf } from './score.ts';
import type { ScanResult, ScannedFinding } from './types.ts';
import { walk } from './walk.ts';
import { walkTypes } from './walk-types.ts';

function countBySeverity(findings: readonly ScannedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const severity of SEVERITIES)
    counts[severity] = findings.filter((finding) => finding.severity === severity).length;
  return counts;
}

export interface ScanOptions {
  /** False leaves `occurrences` empty: there may be hundreds of thousands, and most callers want the findings only. */
  withOccurrences?: boolean;
}

/**
 * Looks at a parsed description with every rule. Pure, never fetches, never throws whatever the JSON is; the time is
 * linear in the size of the document. Counts in `counts` are of findings (causes), not of occurrences.
 */
export function scanDescription(
  parsed: ParsedDescription,
  { withOccurrences = true }: ScanOptions = {},
): ScanResult {
  const { format, document: root } = parsed;
  const dialect = dialectOf(parsed);
  const references = referencesOf(root);
  const isOpenApi = familyOf(format) === 'openapi';
  const operations = isOpenApi ? operationsOf(root, references) : plainOperations(listOperations(parsed));
  const index = indexRules(RULES, dialect);
  const walked =
    format === 'graphql' || format === 'protobuf'
      ? walkTypes(root, format, operations, index)
      : walk(root, dialect, operations, references, index);
  const { units, dangling } = walked;
  const resolved = resolvedView(references, units);
  const securedPaths = new Set(
    operations.filter(({ security }) => security.length > 0).map(({ path }) => path),
  );
  const asksForIdentity = securedPaths.size > 0;
  const document = {
    format,
    asksForIdentity,
    securedPaths,
    dialect,
    root,
    references,
    operations,
    dangling,
    resolved,
  };
  const { hits: judged, among } = judge(document, walked, index);
  linkSchemes(units, operations, dialect);
  const reach = reachOf(units);
  const hits = relevantHits(judged, reach);
  const telling = tellingHits(hits);
  const findings = findingsOf(document, telling, units, reach, CAUSES);
  const arithmetic = scoreTerms(document, walked, telling, among, reach);
  const score = scoreOf(arithmetic);
  return {
    ruleSet: RULE_SET,
    score,
    grade: gradeOf(score),
    counts: countBySeverity(findings),
    findings,
    occurrences: withOccurrences ? occurrencesOf(hits, dialect, resolved) : [],
    arithmetic,
  };
}
