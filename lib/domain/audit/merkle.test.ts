import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growTree, rootOf, treeHasher, type Hash } from './merkle.ts';

const sha256 = (bytes: Uint8Array): Hash => new Uint8Array(createHash('sha256').update(bytes).digest());
const hasher = treeHasher(sha256);
const hex = (hash: Hash): string => Buffer.from(hash).toString('hex');

/** Inputs and roots of Certificate Transparency's reference tests. */
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
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leafHashes = LEAVES.map((leaf) => hasher.leaf(Buffer.from(leaf, 'hex')));

/** MTH of RFC 6962, section 2.1, as it is written there. */
function recursiveRoot(leaves: Hash[]): Hash {
  if (leaves.length === 0) return sha256(new Uint8Array(0));
  if (leaves.length === 1) return leaves[0]!;
  let split = 1;
  while (split * 2 < leaves.length) split *= 2;
  const [left, right] = [recursiveRoot(leaves.slice(0, split)), recursiveRoot(leaves.slice(split))];
  return sha256(new Uint8Array([1, ...left, ...right]));
}

const someHashes = fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { maxLength: 70 });

describe('a Merkle tree', () => {
  it.each(ROOTS.map((root, size) => ({ size, root })))(
    'of $size leaves has the known root',
    ({ size, root }) => {
      expect(hex(rootOf(hasher, leafHashes.slice(0, size)))).toBe(root);
    },
  );

  it('has the root that the definition gives, at every size', () => {
    fc.assert(
      fc.property(someHashes, (hashes) => {
        expect(hex(rootOf(hasher, hashes))).toBe(hex(recursiveRoot(hashes)));
      }),
    );
  });

  it('goes on from a stored state as if it had never stopped', () => {
    fc.assert(
      fc.property(someHashes, fc.nat(70), (hashes, cut) => {
        const first = growTree(hasher);
        hashes.slice(0, cut).forEach(first.append);
        const second = growTree(hasher, first.state());
        hashes.slice(cut).forEach(second.append);
        expect(second.size).toBe(hashes.length);
        expect(hex(second.root())).toBe(hex(rootOf(hasher, hashes)));
      }),
    );
  });

  it('tells a leaf from a node with the same bytes', () => {
    const [left, right] = [leafHashes[0]!, leafHashes[1]!];
    expect(hex(hasher.leaf(new Uint8Array([...left, ...right])))).not.toBe(hex(hasher.node(left, right)));
  });

  it('hashes leaves of any length', () => {
    for (const length of [0, 1, 1023, 1024, 1025, 5000]) {
      const data = new Uint8Array(length).fill(7);
      expect(hex(hasher.leaf(data))).toBe(hex(sha256(new Uint8Array([0, ...data]))));
    }
  });

  it('refuses a state whose subtrees do not fit its size', () => {
    expect(() => growTree(hasher, { size: 3, hashes: [leafHashes[0]!] })).toThrow(RangeError);
    expect(() => growTree(hasher, { size: -1, hashes: [] })).toThrow(RangeError);
    expect(() => growTree(hasher, { size: 0.5, hashes: [] })).toThrow(RangeError);
  });

  it('refuses a node over something that is no hash', () => {
    expect(() => hasher.node(new Uint8Array(31), leafHashes[0]!)).toThrow(RangeError);
  });
});
