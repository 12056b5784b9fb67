import { rankOf } from './diff/change-kinds.ts';
import type { DescriptionDiff } from './types.ts';

const MOST_PLACES = 5;

/** At most five short phrases such as `DELETE /users/{id} added`, the most important first, for the reason of a decision. */
export function changedPlaces({ breaking, security, other }: DescriptionDiff): string[] {
  const changes = [...security, ...breaking, ...other].sort((a, b) => rankOf(a.kind) - rankOf(b.kind));
  return [...new Set(changes.map(({ what }) => what))].slice(0, MOST_PLACES);
}
