/** A SHA-256 value: 32 bytes. */
export type Hash = Uint8Array;

/** SHA-256 of the bytes. It may not keep the array it is given, which is reused for the next call. */
export type Sha256 = (bytes: Uint8Array) => Hash;

/** The three hashes of a Merkle tree. Leaf and node carry different prefixes, so that neither passes for the other. */
export interface TreeHasher {
  empty: () => Hash;
  leaf: (data: Uint8Array) => Hash;
  node: (left: Hash, right: Hash) => Hash;
}

export const HASH_BYTES = 32;
/** What stands before the data of a leaf when it is hashed. */
export const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

/** RFC 6962, section 2.1, over the given SHA-256. One hasher serves one caller at a time: it owns its scratch space. */
export function treeHasher(sha256: Sha256): TreeHasher {
  const pair = new Uint8Array(1 + 2 * HASH_BYTES);
  pair[0] = NODE_PREFIX;
  let leafSpace = new Uint8Array(1024);
  return {
    empty: () => sha256(new Uint8Array(0)),
    leaf: (data) => {
      if (data.length >= leafSpace.length) leafSpace = new Uint8Array(2 * (data.length + 1));
      leafSpace[0] = LEAF_PREFIX;
      leafSpace.set(data, 1);
      return sha256(leafSpace.subarray(0, data.length + 1));
    },
    node: (left, right) => {
      if (left.length !== HASH_BYTES || right.length !== HASH_BYTES)
        throw new RangeError('a node joins two hashes of 32 bytes');
      pair.set(left, 1);
      pair.set(right, 1 + HASH_BYTES);
      return sha256(pair);
    },
  };
}

/** What is needed to go on appending: the roots of the perfect subtrees, widest first (one per set bit of the size). */
export interface TreeState {
  size: number;
  hashes: Hash[];
}

/** A tree that only grows, in memory proportional to the logarithm of its size. */
export interface GrowingTree {
  readonly size: number;
  append: (leafHash: Hash) => void;
  root: () => Hash;
  state: () => TreeState;
}

/**
 * Streams leaf hashes into a root (a compact range from leaf 0). `from` resumes where an earlier `state()` stopped;
 * a state whose hashes do not fit its size is a RangeError.
 */
export function growTree(hasher: TreeHasher, from: TreeState = { size: 0, hashes: [] }): GrowingTree {
  if (!Number.isSafeInteger(from.size) || from.size < 0 || from.hashes.length !== setBits(from.size)) {
    throw new RangeError(`a tree of ${from.size} leaves cannot have ${from.hashes.length} subtrees`);
  }
  let size = from.size;
  const stack = [...from.hashes];
  return {
    get size() {
      return size;
    },
    append: (leafHash) => {
      let hash = leafHash;
      // Every trailing one bit of the size is a complete subtree of the same width as the one being carried.
      for (let left = size; left % 2 === 1; left = (left - 1) / 2) hash = hasher.node(stack.pop()!, hash);
      stack.push(hash);
      size += 1;
    },
    root: () => joinPerfect(hasher, stack),
    state: () => ({ size, hashes: [...stack] }),
  };
}

/** Root of the tree over these leaf hashes. */
export function rootOf(hasher: TreeHasher, leafHashes: Iterable<Hash>): Hash {
  const tree = growTree(hasher);
  for (const hash of leafHashes) tree.append(hash);
  return tree.root();
}

/** Root over neighbouring perfect subtrees of falling width, widest first; of nothing, the empty tree's. */
export function joinPerfect(hasher: TreeHasher, hashes: readonly Hash[]): Hash {
  const last = hashes.at(-1);
  if (last === undefined) return hasher.empty();
  let root = last;
  for (let at = hashes.length - 2; at >= 0; at -= 1) root = hasher.node(hashes[at]!, root);
  return root;
}

/** Byte for byte. These are public values: the time it takes tells nobody anything. */
export function sameHash(a: Hash, b: Hash): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at]);
}

function setBits(size: number): number {
  let bits = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) bits += rest % 2;
  return bits;
}
