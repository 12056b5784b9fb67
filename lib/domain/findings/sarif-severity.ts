import type { Severity } from '../words.ts';

export const SARIF_LEVELS = ['error', 'warning', 'note', 'none'] as const;
export type SarifLevel = (typeof SARIF_LEVELS)[number];

export const LEVEL_OF_SEVERITY = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
} as const satisfies Record<Severity, SarifLevel>;

/** `security-severity` as code scanning reads it, on the scale of CVSS: the middle of each band. */
export const SCORE_OF_SEVERITY = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
  info: '0.0',
} as const satisfies Record<Severity, string>;

const SEVERITY_OF_LEVEL = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'info',
} as const satisfies Record<SarifLevel, Severity>;

/**
 * Severity of a result. A `security-severity` (0 to 10, text or number) is more exact than the level and wins; its
 * bands are those of CVSS 3.1. Anything that is no such number counts as absent.
 */
export function severityOf(level: SarifLevel, securitySeverity: unknown): Severity {
  const score = readScore(securitySeverity);
  if (score === null) return SEVERITY_OF_LEVEL[level];
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'info';
}

function readScore(value: unknown): number | null {
  if (typeof value !== 'number' && (typeof value !== 'string' || !/^\d+(?:\.\d+)?$/.test(value))) return null;
  const score = Number(value);
  return score >= 0 && score <= 10 ? score : null;
}
