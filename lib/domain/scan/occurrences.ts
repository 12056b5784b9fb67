import type { Hit } from './judge.ts';
import type { Occurrence } from './types.ts';

/** Characters that a reference has to write in another way; the published list of Spectral's own, with its two en dashes. */
const LOST = /[^a-zA-Z0-9\u2013_.!~*'()/\-\uD800-\uDFFF]/u;

/**
 * Where Spectral reports a place that it reached over a reference: it does not find names with such characters again
 * (`{id}`, `@type`, `Map[string]`), and names what holds them instead.
 */
export function pointerBehindReference(pointer: string): string {
  if (!LOST.test(pointer)) return pointer;
  const segments = pointer.split('/');
  const lost = segments.findIndex((segment) => LOST.test(segment));
  return segments.slice(0, lost).join('/');
}

/** Every place where a rule fired, under the names that both rule sets give it. */
export function occurrencesOf(hits: readonly Hit[], dialect: string): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const behind = new Set<string>();
  for (const { rule, pointer, isDirect, isReferred } of hits) {
    const { id, equivalentIn } = rule;
    const equivalent =
      equivalentIn === undefined || equivalentIn.includes(dialect) ? rule.equivalent : undefined;
    const occurrence = (at: string): Occurrence =>
      equivalent === undefined ? { rule: id, pointer: at } : { rule: id, equivalent, pointer: at };
    if (isDirect || equivalent === undefined) occurrences.push(occurrence(pointer));
    if (!isReferred || equivalent === undefined) continue;
    const container = pointerBehindReference(pointer);
    if (container === pointer) {
      if (!isDirect) occurrences.push(occurrence(pointer));
    } else if (!behind.has(`${equivalent} ${container}`)) {
      behind.add(`${equivalent} ${container}`);
      occurrences.push(occurrence(container));
    }
  }
  return occurrences;
}
