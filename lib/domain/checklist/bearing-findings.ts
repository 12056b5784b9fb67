import type { OwaspCategory } from '../words.ts';
import { SETTLING_RULES } from './settling-rules.ts';
import type { ChecklistItem } from './types.ts';

const AT_MOST = 10;

/**
 * The findings that somebody who answers the item should look at: first those that settle it or cast doubt on it, then
 * those of the same OWASP category. At most ten; within each group the order given is kept.
 */
export function bearingFindings<Finding extends { rule: string; owasp: readonly OwaspCategory[] }>(
  item: Pick<ChecklistItem, 'owasp' | 'settledBy'>,
  findings: readonly Finding[],
): Finding[] {
  const direct = findings.filter(({ rule }) => isSettling(item, rule));
  const related = findings.filter(
    (finding) => !direct.includes(finding) && finding.owasp.some((category) => item.owasp.includes(category)),
  );
  return [...direct, ...related].slice(0, AT_MOST);
}

/** Whether findings of the rule speak about the item itself, for or against. */
export function isSettling({ settledBy }: Pick<ChecklistItem, 'settledBy'>, rule: string): boolean {
  if (!settledBy) return false;
  const rules: { proof: readonly string[]; doubt: readonly string[] } = SETTLING_RULES[settledBy];
  return rules.proof.includes(rule) || rules.doubt.includes(rule);
}
