import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesOf } from './circles.ts';
import { createUnits } from './units.ts';
import type { Units } from './units.ts';

function graph(size: number, links: readonly (readonly [number, number])[]): Units {
  const units = createUnits([]);
  for (let unit = 1; unit < size; unit += 1) units.of(`/components/schemas/S${unit}`);
  for (const [from, to] of links) units.edges.push({ from, to, target: '', side: 'none', isAlias: false });
  return units;
}

function reaches(size: number, links: readonly (readonly [number, number])[]): boolean[][] {
  const matrix = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_unused, column) => row === column),
  );
  for (const [from, to] of links) (matrix[from] ?? [])[to] = true;
  for (let via = 0; via < size; via += 1)
    for (let from = 0; from < size; from += 1)
      for (let to = 0; to < size; to += 1)
        if (matrix[from]?.[via] && matrix[via]?.[to]) (matrix[from] ?? [])[to] = true;
  return matrix;
}

describe('circlesOf', () => {
  it('puts exactly those units together that lead to each other', () => {
    const size = 8;
    const node = fc.integer({ min: 0, max: size - 1 });
    fc.assert(
      fc.property(fc.array(fc.tuple(node, node), { maxLength: 24 }), (links) => {
        const circles = circlesOf(graph(size, links));
        const matrix = reaches(size, links);
        for (let a = 0; a < size; a += 1)
          for (let b = 0; b < size; b += 1)
            expect(circles[a] === circles[b]).toBe(Boolean(matrix[a]?.[b] && matrix[b]?.[a]));
      }),
    );
  });

  it('takes a chain of 200,000 units', () => {
    const size = 200_000;
    const links = Array.from({ length: size - 1 }, (_, from): [number, number] => [from, from + 1]);
    expect(new Set(circlesOf(graph(size, links))).size).toBe(size);
  });
});
