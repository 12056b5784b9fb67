import { SEVERITIES } from '../words.ts';
import type { Severity } from '../words.ts';
import { lastToken, pointerTokens } from '../description/pointer.ts';
import { fingerprint } from './fingerprint.ts';
import { resourceOf } from './resource.ts';
import { arrives } from './relevant.ts';
import type { Reach } from './reach.ts';
import type { Cause, DocumentNode, Rule } from './rule.ts';
import type { ScannedFinding } from './types.ts';
import type { Hit } from './hit.ts';
import type { Units } from './units.ts';

/** At most this many operations and pointers are named in a finding; the counts are of all. */
const MOST_OPERATIONS = 50;
export const MOST_POINTERS = 20;
/** Findings of one rule. */
const MOST_FINDINGS = 100;

const RANK = Object.fromEntries(SEVERITIES.map((severity, rank) => [severity, rank])) as Record<
  Severity,
  number
>;

interface Group {
  text: Pick<Rule, 'id' | 'owasp' | 'title' | 'why' | 'fix'>;
  key: string;
  severity: Severity;
  hits: Hit[];
}

export function severityOf(hit: Hit, reach: Reach): Severity {
  const { severity, severityElsewhere } = hit.rule;
  return severityElsewhere === undefined || arrives(hit, reach) ? severity : severityElsewhere;
}

/** The name a place is about: the text that stands there, or else its key. */
function nameAt(pointer: string, document: DocumentNode): string {
  const value = document.references.at(pointer);
  return typeof value === 'string' ? value : lastToken(pointer);
}

function groupKey(hit: Hit, document: DocumentNode, units: Units): string {
  const { group } = hit.rule;
  if (group === 'document' || (group === 'security' && !document.asksForIdentity)) return 'document';
  if (group === 'name') return `name ${nameAt(hit.pointer, document)}`;
  const unit = units.list[hit.unit];
  if (!unit || unit.kind === 'document') return 'document';
  if (unit.kind === 'component') return unit.pointer;
  const path = units.operations.get(hit.unit)?.[0]?.path ?? pointerTokens(unit.pointer)[1] ?? '';
  return `resource ${resourceOf(path)}`;
}

/**
 * Gathers hits into causes, worst first. `causes` are those shared by several rules, by id; each finding names at most
 * `mostPointers` of its places.
 */
export function findingsOf(
  document: DocumentNode,
  hits: readonly Hit[],
  units: Units,
  reach: Reach,
  causes: ReadonlyMap<string, Cause>,
  mostPointers: number = MOST_POINTERS,
): ScannedFinding[] {
  const byText = new Map<Group['text'], Map<string, Group>>();
  for (const hit of hits) {
    const text = (hit.rule.cause === undefined ? undefined : causes.get(hit.rule.cause)) ?? hit.rule;
    let groups = byText.get(text);
    if (!groups) byText.set(text, (groups = new Map()));
    const key = groupKey(hit, document, units);
    const severity = severityOf(hit, reach);
    const group = groups.get(key);
    if (!group) {
      groups.set(key, { text, key, severity, hits: [hit] });
      continue;
    }
    group.hits.push(hit);
    if (RANK[severity] < RANK[group.severity]) group.severity = severity;
  }
  return [...byText.values()]
    .flatMap(bounded)
    .map((group) => toFinding(group, document, units, reach, mostPointers))
    .toSorted(
      (a, b) =>
        RANK[a.severity] - RANK[b.severity] ||
        b.operationCount - a.operationCount ||
        (a.fingerprint < b.fingerprint ? -1 : 1),
    );
}

/** No more than a reader could look at: beyond that, the rest of a rule becomes one finding. */
function bounded(groups: ReadonlyMap<string, Group>): Group[] {
  if (groups.size <= MOST_FINDINGS) return [...groups.values()];
  const sorted = [...groups.values()].toSorted(
    (a, b) => RANK[a.severity] - RANK[b.severity] || (a.key < b.key ? -1 : 1),
  );
  const [first] = sorted.slice(MOST_FINDINGS);
  const rest = sorted.slice(MOST_FINDINGS).flatMap(({ hits }) => hits);
  return first ? [...sorted.slice(0, MOST_FINDINGS), { ...first, key: 'elsewhere', hits: rest }] : sorted;
}

function affected(group: Group, document: DocumentNode, units: Units, reach: Reach): string[] {
  const owners = new Set(group.hits.map(({ unit }) => unit));
  const concernsAll = [...owners].some((unit) => units.list[unit]?.kind === 'document');
  if (concernsAll) return document.operations.map(({ key }) => key);
  const sides = new Set(group.hits.map(({ rule }) => rule.side));
  const [side] = sides;
  const only = sides.size === 1 && (side === 'request' || side === 'response') ? side : undefined;
  return reach
    .operationsReaching(owners, only)
    .flatMap((unit) => units.operations.get(unit) ?? [])
    .map(({ key }) => key);
}

function toFinding(
  group: Group,
  document: DocumentNode,
  units: Units,
  reach: Reach,
  mostPointers: number,
): ScannedFinding {
  const { text, hits } = group;
  const operations = affected(group, document, units, reach);
  return {
    rule: text.id,
    severity: group.severity,
    owasp: [...text.owasp],
    title: text.title,
    why: text.why,
    fix: text.fix,
    fingerprint: fingerprint(text.id, group.key),
    occurrences: hits.length,
    operations: operations.slice(0, MOST_OPERATIONS),
    operationCount: operations.length,
    pointers: [...new Set(hits.slice(0, mostPointers * 2).map(({ pointer }) => pointer))].slice(
      0,
      mostPointers,
    ),
  };
}
