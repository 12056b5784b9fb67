import type { Resolved, ResolvedPlace } from './resolved.ts';
import type { KeyedNode } from './rule.ts';

/** The entries of a map or list, as a resolving linter sees them. */
export function placesIn(resolved: Resolved, place: ResolvedPlace): ResolvedPlace[] {
  const { value } = place;
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key) => resolved.child(place, key) ?? []);
}

/** The entries of a keyed node with their keys. */
export function entriesOf({ place, child }: KeyedNode): [string, ResolvedPlace][] {
  const { value } = place;
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key): [string, ResolvedPlace][] => {
    const entry = child(place, key);
    return entry ? [[key, entry]] : [];
  });
}

export function childrenOf(node: KeyedNode): ResolvedPlace[] {
  return entriesOf(node).map(([, entry]) => entry);
}

/** True for an object that lacks the key; anything else has nothing to lack. */
export function isMissing({ value }: ResolvedPlace, key: string): boolean {
  return typeof value === 'object' && value !== null && !Object.hasOwn(value, key);
}
