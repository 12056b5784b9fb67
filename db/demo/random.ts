/** A stream of pseudo-random choices that depends on nothing but its name: the same name gives the same stream. */
export interface Random {
  /** 0 ≤ x < 1 */
  next: () => number;
  /** Both ends included. */
  integer: (from: number, to: number) => number;
  chance: (probability: number) => boolean;
  pick: <T>(values: readonly T[]) => T;
  /** `count` different values in their original order; all of them when there are fewer. */
  sample: <T>(values: readonly T[], count: number) => T[];
}

/** FNV-1a over UTF-16 code units (http://www.isthe.com/chongo/tech/comp/fnv/). */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a demonstration. */
export function random(name: string): Random {
  let state = hash(name);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const integer = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    integer,
    chance: (probability) => next() < probability,
    pick: (values) => {
      const value = values[integer(0, values.length - 1)];
      if (value === undefined) throw new Error(`nothing to pick from (${name})`);
      return value;
    },
    sample: (values, count) => {
      const order = values.map((value, index) => ({ value, index, weight: next() }));
      const chosen = order.toSorted((a, b) => a.weight - b.weight).slice(0, count);
      return chosen.toSorted((a, b) => a.index - b.index).map(({ value }) => value);
    },
  };
}
