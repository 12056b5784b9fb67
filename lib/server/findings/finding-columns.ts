import { OWN_SOURCE } from '#lib/domain/words.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';

/** What the rules say of a finding, as the table of findings keeps it. */
export const ownColumns = ({ fingerprint, rule, severity, owasp, title, why, fix }: ScannedFinding) => ({
  source: OWN_SOURCE,
  fingerprint,
  rule,
  severity,
  owasp,
  title,
  why,
  fix,
});

/** Where a revision has a finding, as the table of what revisions have keeps it. */
export const placeColumns = (
  { occurrences, operations, operationCount, pointers }: ScannedFinding,
  revisionId: string,
  findingId: string,
) => ({ revisionId, findingId, occurrences, operations, operationCount, pointers });
