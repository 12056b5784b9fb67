/** What a description may be at most; hitting one of these is answered with the limit by name. */
export const DESCRIPTION_LIMITS = {
  bytes: 64 * 1024 * 1024,
  /** Containers inside containers, the document itself being the first. */
  depth: 512,
  operations: 200_000,
  /** Characters of a path, a field or a channel. */
  path: 1_000,
  /** Objects, lists, strings, numbers and the like: what bounds the memory of a document made of many small values. */
  values: 8_000_000,
  /** Values that YAML aliases and merge keys add to those written out. */
  aliasedValues: 1_000_000,
} as const;

/** Characters kept of texts that are only shown; the rest of a longer one is cut off. */
export const SHOWN_LENGTHS = { title: 200, version: 100, summary: 500 } as const;

export const shown = (text: string, what: keyof typeof SHOWN_LENGTHS): string =>
  text.length > SHOWN_LENGTHS[what] ? `${text.slice(0, SHOWN_LENGTHS[what] - 1).toWellFormed()}…` : text;
