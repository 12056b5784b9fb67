import type { Place, References } from './references.ts';

/**
 * Works something out once for each place of a document, however many operations lead there. Without it a shared schema
 * would be gone through again for every operation that uses it.
 */
export function oncePerPlace<T>(
  compute: (references: References, place: Place) => T,
): (references: References, place: Place) => T {
  const documents = new WeakMap<References, Map<string, T>>();
  return (references, place) => {
    let known = documents.get(references);
    if (!known) documents.set(references, (known = new Map()));
    const found = known.get(place.pointer);
    if (found !== undefined) return found;
    const value = compute(references, place);
    known.set(place.pointer, value);
    return value;
  };
}
