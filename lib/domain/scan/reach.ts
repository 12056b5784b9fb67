import type { Units } from './units.ts';

/** Which units requests and responses lead to, and the way back from a unit to the operations that reach it. */
export interface Reach {
  fromRequest: (unit: number) => boolean;
  fromResponse: (unit: number) => boolean;
  /** Units that are operations and lead to one of the given units; with `side`, only through that side. */
  operationsReaching: (units: Iterable<number>, side?: 'request' | 'response') => number[];
}

type Links = Map<number, number[]>;

function link(links: Links, from: number, to: number): void {
  const list = links.get(from);
  if (list) list.push(to);
  else links.set(from, [to]);
}

/** All that can be reached from `start` over `links`, `start` included. */
function closure(start: Iterable<number>, links: Links): Set<number> {
  const seen = new Set(start);
  const waiting = [...seen];
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    for (const next of links.get(unit) ?? []) {
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(next);
    }
  }
  return seen;
}

/**
 * Reachability over the graph of units. A component that a request leads to stays on the request side with all it
 * refers to. Paths share their parameters with the operations below them.
 */
export function reachOf(units: Units): Reach {
  const forward: Links = new Map();
  const back: Links = new Map();
  const starts = { request: new Set<number>(), response: new Set<number>() };
  const entries = { request: new Map<number, number[]>(), response: new Map<number, number[]>() };
  const isEntry = (unit: number) =>
    units.list[unit]?.kind === 'operation' || units.list[unit]?.kind === 'path';

  for (const { from, to, side } of units.edges) {
    if (isEntry(from)) {
      if (side !== 'request' && side !== 'response') continue;
      starts[side].add(to);
      link(entries[side], to, from);
    } else {
      link(forward, from, to);
      link(back, to, from);
    }
  }
  const request = closure(starts.request, forward);
  const response = closure(starts.response, forward);

  const below = new Map<string, number[]>();
  units.list.forEach(({ kind, pointer }, unit) => {
    if (kind !== 'operation') return;
    const path = pointer.slice(0, pointer.lastIndexOf('/'));
    below.set(path, [...(below.get(path) ?? []), unit]);
  });
  function operationsOfEntry(unit: number): readonly number[] {
    const entry = units.list[unit];
    return entry?.kind === 'operation'
      ? [unit]
      : entry?.kind === 'path'
        ? (below.get(entry.pointer) ?? [])
        : [];
  }

  function operationsReaching(targets: Iterable<number>, side?: 'request' | 'response'): number[] {
    const found = new Set<number>();
    for (const unit of closure(targets, back)) {
      for (const operation of operationsOfEntry(unit)) found.add(operation);
      for (const one of side ? [side] : (['request', 'response'] as const)) {
        for (const entry of entries[one].get(unit) ?? []) {
          for (const operation of operationsOfEntry(entry)) found.add(operation);
        }
      }
    }
    return [...found].toSorted((a, b) => a - b);
  }

  return {
    fromRequest: (unit) => request.has(unit),
    fromResponse: (unit) => response.has(unit),
    operationsReaching,
  };
}
