import type { Edge } from './units.ts';

/** Which units follow each unit, in two flat lists: those of unit `u` are `to[from[u]]` to `to[from[u + 1] - 1]`. */
export interface Links {
  from: Int32Array;
  to: Int32Array;
}

/** Links of the wanted edges, forward or, with `isBack`, from target to source. */
export function linksOf(
  size: number,
  edges: readonly Edge[],
  isWanted: (edge: Edge) => boolean,
  isBack = false,
): Links {
  const from = new Int32Array(size + 1);
  const wanted = edges.filter(isWanted);
  for (const edge of wanted) {
    const source = (isBack ? edge.to : edge.from) + 1;
    from[source] = (from[source] ?? 0) + 1;
  }
  for (let unit = 0; unit < size; unit += 1) from[unit + 1] = (from[unit + 1] ?? 0) + (from[unit] ?? 0);
  const next = from.slice();
  const to = new Int32Array(wanted.length);
  for (const edge of wanted) {
    const source = isBack ? edge.to : edge.from;
    const place = next[source] ?? 0;
    to[place] = isBack ? edge.from : edge.to;
    next[source] = place + 1;
  }
  return { from, to };
}

/** All that can be reached from `start`, itself included, as marks by unit. */
export function closureOf(size: number, start: Iterable<number>, { from, to }: Links): Uint8Array {
  const seen = new Uint8Array(size);
  const waiting: number[] = [];
  for (const unit of start) {
    if (unit >= size || seen[unit] === 1) continue;
    seen[unit] = 1;
    waiting.push(unit);
  }
  for (let unit = waiting.pop(); unit !== undefined; unit = waiting.pop()) {
    const end = from[unit + 1] ?? 0;
    for (let place = from[unit] ?? 0; place < end; place += 1) {
      const next = to[place] ?? 0;
      if (seen[next] === 1) continue;
      seen[next] = 1;
      waiting.push(next);
    }
  }
  return seen;
}
