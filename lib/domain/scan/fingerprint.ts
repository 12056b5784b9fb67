const OFFSET = 0xcbf29ce484222325n;
const PRIME = 0x100000001b3n;

/**
 * Name of a cause that stays the same while the description is reordered, renumbered or extended elsewhere: FNV-1a,
 * 64 bits, over the given words (http://www.isthe.com/chongo/tech/comp/fnv/), as 16 hexadecimal digits. Not for
 * anything an adversary may want to collide: two equal fingerprints only show as one finding.
 */
export function fingerprint(...words: readonly string[]): string {
  let hash = OFFSET;
  for (const unit of words.join('\u0000')) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(unit.codePointAt(0) ?? 0)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
