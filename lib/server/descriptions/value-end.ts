const indentOf = (line: string) => line.search(/\S/);

/** A mapping or a list of YAML that is written in lines of its own: no JSON value begins like this. */
const BLOCK = /^(?:- |-$|(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s{["'][^{["']*?):(?:\s|$))/;

/**
 * How many of the lines belong to the value that begins in the first of them, at `column` counted from 1. Judged by
 * indentation, as in JSON with one member a line and in YAML: the deeper lines below, the neighbours of what begins a
 * line of YAML, and a bracket that closes at the depth of the first.
 */
export function valueEnd(lines: readonly string[], column: number): number {
  const [first = ''] = lines;
  const depth = indentOf(first);
  const isBlock = column - 1 === depth && BLOCK.test(first.slice(depth));
  const opens = /[[{]\s*$/.test(first);
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!;
    const indent = indentOf(line);
    if (indent === -1 || indent > depth || (isBlock && indent === depth)) continue;
    return opens && indent === depth && /^\s*[\]}]/.test(line) ? at + 1 : at;
  }
  return lines.length;
}
