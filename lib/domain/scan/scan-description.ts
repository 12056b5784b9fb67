import { SEVERITIES } from '../words.ts';
import type { Severity } from '../words.ts';
import type { ParsedDescription } from '../description/types.ts';
import { findingsOf } from './findings.ts';
import { inspect } from './inspect.ts';
import type { Inspection } from './inspect.ts';
import { occurrencesOf } from './occurrences.ts';
import { CAUSES, RULE_SET } from './rules.ts';
import { scoreTerms } from './score-terms.ts';
import { gradeOf, scoreOf } from './score.ts';
import type { ScanResult, ScannedFinding } from './types.ts';

function countBySeverity(findings: readonly ScannedFinding[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const severity of SEVERITIES)
    counts[severity] = findings.filter((finding) => finding.severity === severity).length;
  return counts;
}

export interface ScanOptions {
  /** False leaves `occurrences` empty: there may be hundreds of thousands, and most callers want the findings only. */
  withOccurrences?: boolean;
  /** Places named in a finding; absent: a sample. */
  mostPointers?: number;
}

/**
 * Looks at a parsed description with every rule. Pure, never fetches, never throws whatever the JSON is; the time is
 * linear in the size of the document. Counts in `counts` are of findings (causes), not of occurrences.
 */
export function scanDescription(parsed: ParsedDescription, options: ScanOptions = {}): ScanResult {
  return resultOf(inspect(parsed), options);
}

/** The same from what an inspection brought to light. */
export function resultOf(
  inspection: Inspection,
  { withOccurrences = true, mostPointers }: ScanOptions = {},
): ScanResult {
  const { document, walked, reach, hits, telling, among } = inspection;
  const findings = findingsOf(document, telling, walked.units, reach, CAUSES, mostPointers);
  const arithmetic = scoreTerms(document, walked, telling, among, reach);
  const score = scoreOf(arithmetic);
  return {
    ruleSet: RULE_SET,
    score,
    grade: gradeOf(score),
    counts: countBySeverity(findings),
    findings,
    occurrences: withOccurrences ? occurrencesOf(hits, document.dialect, document.resolved) : [],
    arithmetic,
  };
}
