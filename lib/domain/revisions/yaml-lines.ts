/** The lead of a line (its indentation, and the dashes of lists), the name of a member and its colon. */
export const YAML_KEY =
  /^(\s*(?:- +)*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'#[\]{}&*!|>%@`,-](?:[^:#]|:(?=\S)|(?<=\S)#)*)(\s*:)(?=\s|$)/;

/** The end of a line whose value is a text in the deeper lines below. */
export const BLOCK_HEADER = /(?:^|[:-]\s+)(?:[&!]\S+\s+)*[|>][-+\d]{0,2}\s*(?:\s#.*)?$/;

/** The column at which what the line is about begins, behind the dashes of lists: what belongs to it is deeper. */
export const depthOf = (line: string): number => /^\s*(?:-\s+(?=[^\s|>]))*/.exec(line)![0].length;
