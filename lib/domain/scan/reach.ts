import { closureOf, linksOf } from './links.ts';
import type { Units } from './units.ts';

/** Which units requests and responses lead to, and the way back from a unit to the operations that reach it. */
export interface Reach {
  fromRequest: (unit: number) => boolean;
  fromResponse: (unit: number) => boolean;
  /** Units that are operations and lead to one of the given units; with `side`, only through that side. */
  operationsReaching: (units: Iterable<number>, side?: 'request' | 'response') => number[];
}

/** The path item of an operation's pointer: its first two segments. */
function pathOf(pointer: string): string {
  return pointer.slice(0, pointer.indexOf('/', pointer.indexOf('/', 1) + 1));
}

/**
 * Reachability over the graph of units. A component that a request leads to stays on the request side with all it
 * refers to. Paths share their parameters with the operations below them.
 */
export function reachOf({ list, edges, operations }: Units): Reach {
  const size = list.length;
  const isEntry = list.map(({ kind }) => kind === 'operation' || kind === 'path');
  const isInner = ({ from }: { from: number }) => isEntry[from] !== true;
  const entering = (side: 'request' | 'response') =>
    edges.filter((edge) => edge.side === side && isEntry[edge.from] === true);
  const entries = { request: entering('request'), response: entering('response') };
  const forward = linksOf(size, edges, isInner);
  const back = linksOf(size, edges, isInner, true);
  const request = closureOf(
    size,
    entries.request.map(({ to }) => to),
    forward,
  );
  const response = closureOf(
    size,
    entries.response.map(({ to }) => to),
    forward,
  );
  const waysIn = {
    request: linksOf(size, entries.request, () => true, true),
    response: linksOf(size, entries.response, () => true, true),
  };

  const below = new Map<string, number[]>();
  for (const unit of operations.keys()) {
    const path = pathOf(list[unit]?.pointer ?? '');
    const known = below.get(path);
    if (known) known.push(unit);
    else below.set(path, [unit]);
  }

  function operationsReaching(targets: Iterable<number>, side?: 'request' | 'response'): number[] {
    const reached = closureOf(size, targets, back);
    const found = new Uint8Array(size);
    const addEntry = (unit: number) => {
      const entry = list[unit];
      if (entry?.kind === 'operation') found[unit] = 1;
      else if (entry?.kind === 'path')
        for (const operation of below.get(entry.pointer) ?? []) found[operation] = 1;
    };
    const ways = side ? [waysIn[side]] : [waysIn.request, waysIn.response];
    for (let unit = 0; unit < size; unit += 1) {
      if (reached[unit] !== 1) continue;
      addEntry(unit);
      for (const { from, to } of ways) {
        const end = from[unit + 1] ?? 0;
        for (let place = from[unit] ?? 0; place < end; place += 1) addEntry(to[place] ?? 0);
      }
    }
    const units: number[] = [];
    for (let unit = 0; unit < size; unit += 1) if (found[unit] === 1) units.push(unit);
    return units;
  }

  return {
    fromRequest: (unit) => request[unit] === 1,
    fromResponse: (unit) => response[unit] === 1,
    operationsReaching,
  };
}
