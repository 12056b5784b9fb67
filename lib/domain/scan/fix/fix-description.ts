import type { ParsedDescription } from '../../description/types.ts';
import { familyOf } from '../../description/formats.ts';
import type { DescriptionFormat, Grade, Severity } from '../../words.ts';
import type { Hit } from '../hit.ts';
import { inspect } from '../inspect.ts';
import type { Inspection } from '../inspect.ts';
import { arrives } from '../relevant.ts';
import { RULES } from '../rules.ts';
import { resultOf } from '../scan-description.ts';
import type { Rule } from '../rule.ts';
import { ANSWER_REMEDIES } from './answers.ts';
import { draftOf } from './draft.ts';
import type { Draft, PatchOperation } from './draft.ts';
import { LIMIT_REMEDIES } from './limits.ts';
import type { Mending, Remedies } from './remedy.ts';
import { SECURITY_REMEDIES } from './security.ts';
import { TRANSPORT_REMEDIES } from './transport.ts';

const REMEDIES: Remedies = [
  ...TRANSPORT_REMEDIES,
  ...SECURITY_REMEDIES,
  ...ANSWER_REMEDIES,
  ...LIMIT_REMEDIES,
];

/** More steps than this nobody applies at once; what is left over comes with the next patch. */
const MOST_STEPS = 20_000;
/** The second round mends what the first has added, and has never left anything for a fourth. */
const MOST_ROUNDS = 3;

/** How a description stands. */
export interface Standing {
  score: number;
  grade: Grade;
  counts: Record<Severity, number>;
}

export interface MendedRule {
  rule: string;
  title: string;
  places: number;
}

export interface DescriptionFix {
  /** JSON Patch (RFC 6902) from the description as JSON to the mended one. */
  patch: PatchOperation[];
  /** Places mended, by rule, in the order in which the patch mends them. */
  mended: MendedRule[];
  /** False where the patch would have become too long, and another is due when it is applied. */
  isComplete: boolean;
  before: Standing;
  after: Standing;
}

export interface FixOptions {
  /** Only what these rules or causes report; absent: all that a program can mend. */
  rules?: readonly string[];
}

function standingOf(inspection: Inspection): Standing {
  const { score, grade, counts } = resultOf(inspection, { withOccurrences: false });
  return { score, grade, counts };
}

const HAS_REMEDY: ReadonlySet<string> = new Set(REMEDIES.map(([rule]) => rule));

const MENDABLE: ReadonlySet<string> = new Set(
  RULES.flatMap(({ id, cause }) => (HAS_REMEDY.has(id) ? [id, ...(cause === undefined ? [] : [cause])] : [])),
);

/** Only of this family is there a way to write patches. */
const canMend = (format: DescriptionFormat) => familyOf(format) === 'openapi';

/** Whether a program can write at least some of the remedy for what a rule or cause reports in a format. */
export const isMendable = (rule: string, format: DescriptionFormat): boolean =>
  canMend(format) && MENDABLE.has(rule);

/**
 * Writes the mechanical remedies of what a scan finds: limits on what callers send, answers for failures, the security
 * requirement of neighbours, TLS. Pure; the description itself is not changed. Limits are proposals, wide enough for
 * every example and default that the description has; a description says what a service does, so whoever applies the
 * patch has to make it true.
 */
export function fixDescription(parsed: ParsedDescription, { rules }: FixOptions = {}): DescriptionFix {
  let inspection = inspect(parsed);
  const before = standingOf(inspection);
  const nothing: DescriptionFix = { patch: [], mended: [], isComplete: true, before, after: before };
  if (!canMend(parsed.format) || mendable(inspection, rules).size === 0) return nothing;

  const draft = draftOf(parsed.document);
  const mended = new Map<string, MendedRule>();
  // What one round adds may lack what another rule asks of it.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const length = draft.patch.length;
    mend(draft, inspection, rules, mended);
    if (draft.patch.length === length) break;
    inspection = inspect({ ...parsed, document: draft.root });
  }
  return {
    patch: draft.patch,
    mended: [...mended.values()],
    isComplete: draft.patch.length < MOST_STEPS,
    before,
    after: standingOf(inspection),
  };
}

/** Hits that have a remedy, by rule. */
function mendable({ telling }: Inspection, rules: FixOptions['rules']): Map<string, Hit[]> {
  const isWanted = ({ id, cause }: Rule) =>
    rules === undefined || rules.includes(id) || (cause !== undefined && rules.includes(cause));
  const byRule = new Map<string, Hit[]>();
  for (const hit of telling) {
    if (!HAS_REMEDY.has(hit.rule.id) || !isWanted(hit.rule)) continue;
    const known = byRule.get(hit.rule.id);
    if (known) known.push(hit);
    else byRule.set(hit.rule.id, [hit]);
  }
  return byRule;
}

function mend(
  draft: Draft,
  inspection: Inspection,
  rules: FixOptions['rules'],
  mended: Map<string, MendedRule>,
): void {
  const hits = mendable(inspection, rules);
  const mending: Mending = { draft, inspection, arrives: (hit) => arrives(hit, inspection.reach) };
  for (const [rule, remedy] of REMEDIES) {
    for (const hit of hits.get(rule) ?? []) {
      if (draft.patch.length >= MOST_STEPS) return;
      if (!remedy(hit, mending)) continue;
      const known = mended.get(rule) ?? { rule, title: hit.rule.title, places: 0 };
      mended.set(rule, { ...known, places: known.places + 1 });
    }
  }
}
