import { linksOf } from './links.ts';
import type { Units } from './units.ts';

/**
 * The circle each unit belongs to: units that lead to each other share a number. Tarjan's algorithm (SIAM J. Comput. 1,
 * 1972) without recursion, linear in the edges. A component that is nothing but a reference does not close a circle.
 */
export function circlesOf({ list, edges }: Units): Int32Array {
  const size = list.length;
  const links = linksOf(size, edges, ({ from, to, isAlias }) => from !== to && !isAlias);
  const circle = new Int32Array(size).fill(-1);
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const next = links.from.slice();
  const open: number[] = [];
  let met = 0;
  let circles = 0;

  function enter(unit: number): void {
    order[unit] = met;
    low[unit] = met;
    met += 1;
    open.push(unit);
  }

  function close(unit: number): void {
    for (let member = open.pop(); member !== undefined; member = open.pop()) {
      circle[member] = circles;
      if (member === unit) break;
    }
    circles += 1;
  }

  for (let start = 0; start < size; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    const way = [start];
    for (let unit = way.at(-1); unit !== undefined; unit = way.at(-1)) {
      const place = next[unit] ?? 0;
      if (place >= (links.from[unit + 1] ?? 0)) {
        way.pop();
        if (low[unit] === order[unit]) close(unit);
        const parent = way.at(-1);
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[unit] ?? 0);
        continue;
      }
      next[unit] = place + 1;
      const to = links.to[place] ?? 0;
      if (order[to] === -1) {
        enter(to);
        way.push(to);
      } else if (circle[to] === -1) {
        low[unit] = Math.min(low[unit] ?? 0, order[to] ?? 0);
      }
    }
  }
  return circle;
}
