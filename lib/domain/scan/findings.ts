import { SEVERITIES } from '../words.ts';
import type { Severity } from '../words.ts';
import { lastToken, pointerTokens } from '../description/pointer.ts';
import { fingerprint } from './fingerprint.ts';
import { resourceOf } from './resource.ts';
import { arrives } from './relevant.ts';
import type { Reach } from './reach.ts';
import type { Cause, DocumentNode, Rule } from './rule.ts';
import type { ScannedFinding } from './types.ts';
import type { Hit } from './judge.ts';
import type { Units } from './units.ts';

/** At most this many operations and pointers are named in a finding; the counts are of all. */
const MOST_OPERATIONS = 50;
const MOST_POINTERS = 20;

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

/** Gathers hits into causes, worst first. `causes` are those shared by several rules, by id. */
export function findingsOf(
  document: DocumentNode,
  hits: readonly Hit[],
  units: Units,
  reach: Reach,
  causes: ReadonlyMap<string, Cause>,
): ScannedFinding[] {
  const groups = new Map<string, Group>();
  for (const hit of hits) {
    const text = (hit.rule.cause === undefined ? undefined : causes.get(hit.rule.cause)) ?? hit.rule;
    const key = groupKey(hit, document, units);
    const severity = severityOf(hit, reach);
    const id = `${text.id} ${key}`;
    const group = groups.get(id);
    if (!group) {
      groups.set(id, { text, key, severity, hits: [hit] });
      continue;
    }
    group.hits.push(hit);
    if (SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(group.severity)) group.severity = severity;
  }
  return [...groups.values()]
    .map((group) => toFinding(group, document, units, reach))
    .toSorted(
      (a, b) =>
        SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
        b.operationCount - a.operationCount ||
        (a.fingerprint < b.fingerprint ? -1 : 1),
    );
}

function affected(group: Group, document: DocumentNode, units: Units, reach: Reach): string[] {
  const owners = new Set(group.hits.map(({ unit }) => unit));
  const concernsAll = [...owners].some((unit) => units.list[unit]?.kind === 'document');
  if (concernsAll) return document.operations.map(({ key }) => key);
  return reach
    .operationsReaching(owners)
    .flatMap((unit) => units.operations.get(unit) ?? [])
    .map(({ key }) => key);
}

function toFinding(group: Group, document: DocumentNode, units: Units, reach: Reach): ScannedFinding {
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
    pointers: [...new Set(hits.slice(0, MOST_POINTERS * 2).map(({ pointer }) => pointer))].slice(
      0,
      MOST_POINTERS,
    ),
  };
}
