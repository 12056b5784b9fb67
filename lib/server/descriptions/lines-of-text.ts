/** Characters of a line that are given; nobody reads further, and one line can be the whole text. */
const MOST_CHARACTERS = 2000;

/** Between offsets and lines of a text; lines are counted from 1. */
export const lineOf = {
  /** The offset at which a line begins; the length of the text where there is no such line. */
  start(text: string, line: number): number {
    let start = 0;
    for (let at = 1; at < line; at++) {
      const newline = text.indexOf('\n', start);
      if (newline === -1) return text.length;
      start = newline + 1;
    }
    return start;
  },
  /** The line in which an offset lies. */
  offset(text: string, offset: number): number {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) line++;
    return line;
  },
};

/** A newline at the end of a text ends its last line and begins no other. */
export function countLines(text: string): number {
  const lines = lineOf.offset(text, text.length);
  return text.endsWith('\n') ? Math.max(1, lines - 1) : lines;
}

/** At most `count` lines, without the ends of lines. */
export function linesFrom(text: string, from: number, count: number): string[] {
  const lines: string[] = [];
  for (let start = lineOf.start(text, from); lines.length < count && start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    lines.push(text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end));
    start = end + 1;
  }
  return lines;
}

/** Lines that can be shown, and the numbers of those that were longer. */
export function cutLines(lines: readonly string[], from: number): { lines: string[]; cut: number[] } {
  return {
    lines: lines.map((line) => line.slice(0, MOST_CHARACTERS)),
    cut: lines.flatMap((line, index) => (line.length > MOST_CHARACTERS ? [from + index] : [])),
  };
}
