import { HASH_BYTES, growTree, sameHash, type Hash, type TreeHasher } from './merkle.ts';

/** Leaves `from` to before `to`. */
export interface Span {
  from: number;
  to: number;
}

/**
 * The subtrees whose roots prove that leaf `index` is in the tree of `size` leaves, from the leaf upwards:
 * PATH(index, D[size]) of RFC 6962, section 2.1.1. RangeError unless 0 ≤ index < size.
 */
export function inclusionSpans(index: number, size: number): Span[] {
  if (!isCount(size) || !isCount(index) || index >= size) {
    throw new RangeError(`a tree of ${size} leaves has no leaf ${index}`);
  }
  const spans: Span[] = [];
  let from = 0;
  let to = size;
  while (to - from > 1) {
    const middle = from + splitPoint(to - from);
    if (index < middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
    }
  }
  return spans.reverse();
}

/**
 * The subtrees whose roots prove that the tree of `first` leaves is a prefix of the one of `second`:
 * PROOF(first, D[second]) of RFC 6962, section 2.1.2. Empty when one of them is trivial. RangeError unless
 * 0 ≤ first ≤ second.
 */
export function consistencySpans(first: number, second: number): Span[] {
  if (!isCount(first) || !isCount(second) || first > second) {
    throw new RangeError(`a tree of ${second} leaves has no prefix of ${first}`);
  }
  if (first === 0 || first === second) return [];
  const spans: Span[] = [];
  let from = 0;
  let to = second;
  // True while the part looked at is the whole old tree's left edge, whose root the verifier already knows.
  let known = true;
  while (first !== to) {
    const middle = from + splitPoint(to - from);
    if (first <= middle) {
      spans.push({ from: middle, to });
      to = middle;
    } else {
      spans.push({ from, to: middle });
      from = middle;
      known = false;
    }
  }
  if (!known) spans.push({ from, to });
  return spans.reverse();
}

/** A span as perfect, aligned subtrees, widest first: what a store of complete nodes can answer. Join with `joinPerfect`. */
export function perfectSpans(span: Span): Span[] {
  const spans: Span[] = [];
  let from = span.from;
  while (from < span.to) {
    let width = 1;
    while (from % (2 * width) === 0 && from + 2 * width <= span.to) width *= 2;
    spans.push({ from, to: from + width });
    from += width;
  }
  return spans;
}

/** Proof that leaf `index` is in the tree over the first `size` leaf hashes. */
export function inclusionProof(
  hasher: TreeHasher,
  leafHashes: readonly Hash[],
  index: number,
  size = leafHashes.length,
): Hash[] {
  return inclusionSpans(index, size).map((span) => spanHash(hasher, leafHashes, span));
}

/** Proof that the tree over the first `first` leaf hashes is a prefix of the one over the first `second`. */
export function consistencyProof(
  hasher: TreeHasher,
  leafHashes: readonly Hash[],
  first: number,
  second = leafHashes.length,
): Hash[] {
  return consistencySpans(first, second).map((span) => spanHash(hasher, leafHashes, span));
}

/** RFC 9162, section 2.1.3.2. False for any proof that is not exactly the one for this index and size. */
export function verifyInclusion(
  hasher: TreeHasher,
  claim: { leafHash: Hash; index: number; size: number; root: Hash; proof: readonly Hash[] },
): boolean {
  const { leafHash, index, size, root, proof } = claim;
  if (!isCount(index) || !isCount(size) || index >= size || ![leafHash, root, ...proof].every(isHash))
    return false;
  let at = index;
  let last = size - 1;
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      hash = hasher.node(sibling, hash);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      hash = hasher.node(hash, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(hash, root);
}

/** RFC 9162, section 2.1.4.2. An empty older tree is a prefix of every tree. */
export function verifyConsistency(
  hasher: TreeHasher,
  claim: { first: number; second: number; firstRoot: Hash; secondRoot: Hash; proof: readonly Hash[] },
): boolean {
  const { first, second, firstRoot, secondRoot, proof } = claim;
  if (
    !isCount(first) ||
    !isCount(second) ||
    first > second ||
    ![firstRoot, secondRoot, ...proof].every(isHash)
  )
    return false;
  if (first === second) return proof.length === 0 && sameHash(firstRoot, secondRoot);
  if (first === 0) return proof.length === 0 && sameHash(firstRoot, hasher.empty());
  const path = isPowerOfTwo(first) ? [firstRoot, ...proof] : [...proof];
  const seed = path.shift();
  if (seed === undefined) return false;
  let at = first - 1;
  let last = second - 1;
  while (at % 2 === 1) [at, last] = [half(at), half(last)];
  let older = seed;
  let newer = seed;
  for (const sibling of path) {
    if (last === 0) return false;
    if (at % 2 === 1 || at === last) {
      older = hasher.node(sibling, older);
      newer = hasher.node(sibling, newer);
      while (at % 2 === 0 && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newer = hasher.node(newer, sibling);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && sameHash(older, firstRoot) && sameHash(newer, secondRoot);
}

function spanHash(hasher: TreeHasher, leafHashes: readonly Hash[], span: Span): Hash {
  if (span.to > leafHashes.length)
    throw new RangeError(`there are ${leafHashes.length} leaves, not ${span.to}`);
  const tree = growTree(hasher);
  for (let at = span.from; at < span.to; at += 1) tree.append(leafHashes[at]!);
  return tree.root();
}

/** The largest power of two smaller than the width (which is at least 2). */
function splitPoint(width: number): number {
  let power = 1;
  while (power * 2 < width) power *= 2;
  return power;
}

// Sizes pass 2^31: no bit operators, which work on 32 bits.
const half = (value: number): number => Math.floor(value / 2);
const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0;
const isHash = (hash: Hash): boolean => hash.length === HASH_BYTES;

function isPowerOfTwo(value: number): boolean {
  let rest = value;
  while (rest > 1 && rest % 2 === 0) rest /= 2;
  return rest === 1;
}
