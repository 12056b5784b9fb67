import type { Hit } from './hit.ts';
import type { Resolved } from './resolved.ts';
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
export function occurrencesOf(hits: readonly Hit[], dialect: string, resolved: Resolved): Occurrence[] {
  const occurrences: Occurrence[] = [];
  const behind = new Map<string, Set<string>>();
  for (const { rule, pointer, unit, isDirect, isReferred } of hits) {
    const { id, equivalent, equivalentIn } = rule;
    if (equivalent === undefined || (equivalentIn !== undefined && !equivalentIn.includes(dialect))) {
      occurrences.push({ rule: id, pointer });
      continue;
    }
    if (isDirect) occurrences.push({ rule: id, equivalent, pointer });
    if (!isReferred && !resolved.isReferred(unit, pointer)) continue;
    const container = pointerBehindReference(pointer);
    if (container === pointer) {
      if (!isDirect) occurrences.push({ rule: id, equivalent, pointer });
      continue;
    }
    let known = behind.get(equivalent);
    if (!known) behind.set(equivalent, (known = new Set()));
    if (known.has(container)) continue;
    known.add(container);
    occurrences.push({ rule: id, equivalent, pointer: container });
  }
  return occurrences;
}
