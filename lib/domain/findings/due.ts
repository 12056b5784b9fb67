import type { TierPolicy } from '../gate/facts.ts';
import { DAY } from '../policy/periods.ts';
import type { Severity } from '../words.ts';

/** When a finding first seen at `since` is due under the policy of the API's tier; null when it never is. */
export function findingDueAt(severity: Severity, since: Date, { findingDueDays }: TierPolicy): Date | null {
  const days = severity === 'info' ? null : findingDueDays[severity];
  return days === null ? null : new Date(since.getTime() + days * DAY);
}
