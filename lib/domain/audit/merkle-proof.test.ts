import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  consistencyProof,
  consistencySpans,
  inclusionProof,
  inclusionSpans,
  perfectSpans,
  verifyConsistency,
  verifyInclusion,
} from './merkle-proof.ts';
import { joinPerfect, rootOf, treeHasher, type Hash } from './merkle.ts';

const hasher = treeHasher((bytes) => new Uint8Array(createHash('sha256').update(bytes).digest()));
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const leaves = LEAVES.map((leaf) => hasher.leaf(Buffer.from(leaf, 'hex')));
const root = (size: number): Hash => rootOf(hasher, leaves.slice(0, size));

/** Certificate Transparency's reference proofs; leaves counted from 0. */
const INCLUSION = [
  { index: 0, size: 8, proof: ['96a296d2', '5f083f0a', '6b47aaf2'] },
  { index: 5, size: 8, proof: ['bc1a0643', 'ca854ea1', 'd37ee418'] },
  { index: 2, size: 3, proof: ['fac54203'] },
  { index: 1, size: 5, proof: ['6e340b9c', '5f083f0a', 'bc1a0643'] },
];
const CONSISTENCY = [
  { first: 1, second: 1, proof: [] },
  { first: 1, second: 8, proof: ['96a296d2', '5f083f0a', '6b47aaf2'] },
  { first: 6, second: 8, proof: ['0ebc5d34', 'ca854ea1', 'd37ee418'] },
  { first: 2, second: 5, proof: ['5f083f0a', 'bc1a0643'] },
  { first: 6, second: 7, proof: ['0ebc5d34', 'b08693ec', 'd37ee418'] },
];

const tree = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 1, maxLength: 80 });
const treeAndTwo = tree.chain((hashes) =>
  fc.tuple(fc.constant(hashes), fc.nat(hashes.length - 1), fc.integer({ min: 0, max: hashes.length })),
);

/** Everything near a proof that is not the proof. */
function spoiled(proof: readonly Hash[]): Hash[][] {
  const flipped = proof.map((_, at) =>
    proof.map((hash, other) => (other === at ? hash.map((byte, i) => (i === 0 ? byte ^ 8 : byte)) : hash)),
  );
  const stranger = new Uint8Array(32).fill(9);
  return [
    ...flipped,
    [...proof, stranger],
    [stranger, ...proof],
    ...(proof.length > 0 ? [proof.slice(1), proof.slice(0, -1)] : []),
  ];
}

describe('inclusion', () => {
  it.each(INCLUSION)('of leaf $index in $size leaves has the known proof', ({ index, size, proof }) => {
    expect(inclusionProof(hasher, leaves, index, size).map((hash) => hex(hash).slice(0, 8))).toEqual(proof);
  });

  it('is proved for every leaf, and by nothing else', () => {
    fc.assert(
      fc.property(treeAndTwo, ([hashes, index]) => {
        const size = hashes.length;
        const claim = { leafHash: hashes[index]!, index, size, root: rootOf(hasher, hashes) };
        const proof = inclusionProof(hasher, hashes, index);
        expect(verifyInclusion(hasher, { ...claim, proof })).toBe(true);
        for (const wrong of spoiled(proof))
          expect(verifyInclusion(hasher, { ...claim, proof: wrong })).toBe(false);
        expect(verifyInclusion(hasher, { ...claim, proof, leafHash: new Uint8Array(32) })).toBe(false);
        expect(verifyInclusion(hasher, { ...claim, proof, root: new Uint8Array(32) })).toBe(false);
        expect(verifyInclusion(hasher, { ...claim, proof, index: index + 1 })).toBe(false);
        expect(verifyInclusion(hasher, { ...claim, proof, size: size * 2 })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('of a leaf that is not there is neither made nor believed', () => {
    const leafHash = leaves[0]!;
    for (const [index, size] of [
      [0, 0],
      [1, 1],
      [-1, 4],
      [0.5, 4],
    ] as const) {
      expect(() => inclusionSpans(index, size)).toThrow(RangeError);
      expect(verifyInclusion(hasher, { leafHash, index, size, root: leafHash, proof: [] })).toBe(false);
    }
    const short = { leafHash: new Uint8Array(3), index: 0, size: 1, root: new Uint8Array(3), proof: [] };
    expect(verifyInclusion(hasher, short)).toBe(false);
    expect(() => inclusionProof(hasher, leaves, 0, leaves.length + 1)).toThrow(RangeError);
  });
});

describe('consistency', () => {
  it.each(CONSISTENCY)('of $first with $second leaves has the known proof', ({ first, second, proof }) => {
    expect(consistencyProof(hasher, leaves, first, second).map((hash) => hex(hash).slice(0, 8))).toEqual(
      proof,
    );
  });

  it('is proved between any two sizes, and by nothing else', () => {
    fc.assert(
      fc.property(treeAndTwo, ([hashes, , first]) => {
        const second = hashes.length;
        const firstRoot = rootOf(hasher, hashes.slice(0, first));
        const claim = { first, second, firstRoot, secondRoot: rootOf(hasher, hashes) };
        const proof = consistencyProof(hasher, hashes, first);
        expect(verifyConsistency(hasher, { ...claim, proof })).toBe(true);
        for (const wrong of spoiled(proof))
          expect(verifyConsistency(hasher, { ...claim, proof: wrong })).toBe(false);
        expect(verifyConsistency(hasher, { ...claim, proof, firstRoot: new Uint8Array(32) })).toBe(false);
        if (first > 0)
          expect(verifyConsistency(hasher, { ...claim, proof, secondRoot: new Uint8Array(32) })).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('does not hold after any altered leaf of the older part', () => {
    fc.assert(
      fc.property(treeAndTwo, ([hashes, altered, first]) => {
        fc.pre(altered < first);
        const rewritten = hashes.map((hash, at) => (at === altered ? hash.map((byte) => byte ^ 1) : hash));
        const claim = {
          first,
          second: hashes.length,
          firstRoot: rootOf(hasher, hashes.slice(0, first)),
          secondRoot: rootOf(hasher, rewritten),
          proof: consistencyProof(hasher, rewritten, first),
        };
        expect(verifyConsistency(hasher, claim)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('never runs backwards', () => {
    expect(() => consistencySpans(5, 4)).toThrow(RangeError);
    const claim = { first: 5, second: 4, firstRoot: root(5), secondRoot: root(4), proof: [] };
    expect(verifyConsistency(hasher, claim)).toBe(false);
    const missing = { first: 3, second: 4, firstRoot: root(3), secondRoot: root(4), proof: [] };
    expect(verifyConsistency(hasher, missing)).toBe(false);
  });
});

describe('spans', () => {
  it('fall apart into perfect subtrees that join to the same root', () => {
    fc.assert(
      fc.property(treeAndTwo, ([hashes, index]) => {
        for (const span of inclusionSpans(index, hashes.length)) {
          const parts = perfectSpans(span);
          expect(
            parts.every(({ from, to }) => Number.isInteger(Math.log2(to - from)) && from % (to - from) === 0),
          ).toBe(true);
          const joined = joinPerfect(
            hasher,
            parts.map(({ from, to }) => rootOf(hasher, hashes.slice(from, to))),
          );
          expect(hex(joined)).toBe(hex(rootOf(hasher, hashes.slice(span.from, span.to))));
        }
      }),
      { numRuns: 40 },
    );
  });

  it('stay exact beyond 32 bits', () => {
    const size = 2 ** 40 + 3;
    const spans = inclusionSpans(2 ** 40 + 1, size);
    expect(spans.at(-1)).toEqual({ from: 0, to: 2 ** 40 });
    expect(spans.reduce((sum, { from, to }) => sum + to - from, 0)).toBe(size - 1);
  });
});
