import type { OperationInfo } from '../types.ts';

export interface OperationPair {
  older: OperationInfo;
  newer: OperationInfo;
}

export interface Matched {
  pairs: OperationPair[];
  removed: OperationInfo[];
  added: OperationInfo[];
}

/**
 * Which operation of the older inventory is which of the newer: by key, and where that fails by the path without the
 * names of its parameters, because `/users/{id}` and `/users/{userId}` are the same address.
 */
export function matchOperations(older: readonly OperationInfo[], newer: readonly OperationInfo[]): Matched {
  const byKey = new Map(newer.map((operation) => [operation.key, operation]));
  const matched = new Map<OperationInfo, OperationInfo>();
  for (const operation of older) {
    const same = byKey.get(operation.key);
    if (same) matched.set(operation, same);
  }
  const taken = new Set(matched.values());
  const byShape = new Map(
    newer.filter((operation) => !taken.has(operation)).map((operation) => [shapeOf(operation), operation]),
  );
  for (const operation of older) {
    const same = matched.has(operation) ? undefined : byShape.get(shapeOf(operation));
    if (!same || taken.has(same)) continue;
    matched.set(operation, same);
    taken.add(same);
  }
  return {
    pairs: [...matched].map(([before, after]) => ({ older: before, newer: after })),
    removed: older.filter((operation) => !matched.has(operation)),
    added: newer.filter((operation) => !taken.has(operation)),
  };
}

const shapeOf = ({ key }: OperationInfo): string => key.replaceAll(/\{[^{}]*\}/g, '{}');

/** Names of the parameters in a path template, in order. */
export const templateNames = (path: string): string[] =>
  [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] ?? '');
