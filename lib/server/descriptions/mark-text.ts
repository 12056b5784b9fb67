import type { Hit } from '#lib/domain/scan/hit.ts';
import { inspect } from '#lib/domain/scan/inspect.ts';
import { resultOf } from '#lib/domain/scan/scan-description.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { layOutText } from './lay-out-text.ts';
import { countLines } from './lines-of-text.ts';
import { locate } from './locate.ts';
import { parseDescription } from './parse-description.ts';

export type MarkedCause = Pick<ScannedFinding, 'fingerprint' | 'rule' | 'severity' | 'title'>;

/** Where the findings of a description stand in its text. */
export interface MarkedText {
  totalLines: number;
  isIndented: boolean;
  /** Worst first. */
  causes: MarkedCause[];
  /** Line and index of the cause, by line and then worst first; each cause once a line. */
  marks: Mark[];
  /** Ids of the rules that fired at a line, where several have one cause. */
  rules: string[][];
}

/** `rules` is an index too; -1 where the cause is a rule of its own. */
type Mark = readonly [line: number, cause: number, rules: number];

/** Marks of one text; the places of the worst causes come first. */
const MOST_MARKS = 100_000;

export function markText(bytes: Uint8Array, mediaType?: string): MarkedText {
  const parsed = parseDescription(bytes, mediaType);
  const { text, isIndented } = layOutText(bytes);
  const totalLines = countLines(text);
  const inspection = inspect(parsed);
  const { findings } = resultOf(inspection, { withOccurrences: false, mostPointers: MOST_MARKS });
  const places = findings
    .flatMap(({ pointers }, cause) => pointers.map((pointer) => ({ pointer, cause })))
    .slice(0, MOST_MARKS);
  const positions = locate(
    text,
    places.map(({ pointer }) => pointer),
  );
  const fired = rulesAt(inspection.telling);
  const byLine = new Map<number, Map<number, Set<string>>>();
  for (const { pointer, cause } of places) {
    const line = positions.get(pointer)?.line;
    if (line === undefined) continue;
    let causes = byLine.get(line);
    if (!causes) byLine.set(line, (causes = new Map()));
    const known = causes.get(cause) ?? new Set();
    for (const id of fired.get(placeKey(findings[cause]!.rule, pointer)) ?? []) known.add(id);
    causes.set(cause, known);
  }
  const rules = new Map<string, number>();
  const indexOf = (ids: ReadonlySet<string>) => {
    if (ids.size === 0) return -1;
    const key = [...ids].toSorted().join(' ');
    if (!rules.has(key)) rules.set(key, rules.size);
    return rules.get(key)!;
  };
  const marks = [...byLine]
    .toSorted(([a], [b]) => a - b)
    .flatMap(([line, causes]) =>
      [...causes].toSorted(([a], [b]) => a - b).map(([cause, ids]): Mark => [line, cause, indexOf(ids)]),
    );
  return {
    totalLines,
    isIndented,
    causes: findings.map(({ fingerprint, rule, severity, title }) => ({
      fingerprint,
      rule,
      severity,
      title,
    })),
    marks,
    rules: [...rules.keys()].map((key) => key.split(' ')),
  };
}

const placeKey = (cause: string, pointer: string) => `${cause} ${pointer}`;

/** Which rules fired for a cause that several have, by cause and place. */
function rulesAt(hits: readonly Hit[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { rule, pointer } of hits) {
    if (rule.cause === undefined) continue;
    const key = placeKey(rule.cause, pointer);
    const known = found.get(key);
    if (known) known.push(rule.id);
    else found.set(key, [rule.id]);
  }
  return found;
}
