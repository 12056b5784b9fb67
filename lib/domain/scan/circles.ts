import type { Units } from './units.ts';

/**
 * The circle each unit belongs to: units that lead to each other share a number. Tarjan's algorithm (SIAM J. Comput. 1,
 * 1972) without recursion, linear in the edges. A component that is nothing but a reference does not close a circle.
 */
export function circlesOf({ list, edges }: Units): Int32Array {
  const links: number[][] = list.map(() => []);
  for (const { from, to, isAlias } of edges) if (from !== to && !isAlias) links[from]?.push(to);

  const circle = new Int32Array(list.length).fill(-1);
  const order = new Int32Array(list.length).fill(-1);
  const low = new Int32Array(list.length);
  const next = new Int32Array(list.length);
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

  for (let start = 0; start < list.length; start += 1) {
    if (order[start] !== -1) continue;
    enter(start);
    const way = [start];
    for (let unit = way.at(-1); unit !== undefined; unit = way.at(-1)) {
      const to = links[unit]?.[next[unit] ?? 0];
      if (to === undefined) {
        way.pop();
        if (low[unit] === order[unit]) close(unit);
        const parent = way.at(-1);
        if (parent !== undefined) low[parent] = Math.min(low[parent] ?? 0, low[unit] ?? 0);
        continue;
      }
      next[unit] = (next[unit] ?? 0) + 1;
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
