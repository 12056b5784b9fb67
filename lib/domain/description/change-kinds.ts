import type { Change } from './types.ts';

/** The kinds of some changes, in their order, with how many there are. */
export function changeKinds(changes: readonly Change[]): { kind: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { kind } of changes) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}
