/** Too little to narrow a full-text search. */
export const isShort = (words: string[]) => words.length === 1 && words[0]!.length < 2;
