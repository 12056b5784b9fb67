import { scanDescription } from '#lib/domain/scan/scan-description.ts';
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
  marks: (readonly [line: number, cause: number])[];
}

/** Marks of one text; the places of the worst causes come first. */
const MOST_MARKS = 100_000;

export function markText(bytes: Uint8Array, mediaType?: string): MarkedText {
  const parsed = parseDescription(bytes, mediaType);
  const { text, isIndented } = layOutText(bytes);
  const totalLines = countLines(text);
  const { findings } = scanDescription(parsed, { withOccurrences: false, mostPointers: MOST_MARKS });
  const places = findings
    .flatMap(({ pointers }, cause) => pointers.map((pointer) => ({ pointer, cause })))
    .slice(0, MOST_MARKS);
  const positions = locate(
    text,
    places.map(({ pointer }) => pointer),
  );
  const byLine = new Map<number, Set<number>>();
  for (const { pointer, cause } of places) {
    const line = positions.get(pointer)?.line;
    if (line === undefined) continue;
    const causes = byLine.get(line);
    if (causes) causes.add(cause);
    else byLine.set(line, new Set([cause]));
  }
  return {
    totalLines,
    isIndented,
    causes: findings.map(({ fingerprint, rule, severity, title }) => ({
      fingerprint,
      rule,
      severity,
      title,
    })),
    marks: [...byLine]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([line, causes]) =>
        [...causes].toSorted((a, b) => a - b).map((cause) => [line, cause] as const),
      ),
  };
}
