import type { TextWindowDto } from '#lib/domain/revisions/text-dto.ts';

type Marks = Pick<TextWindowDto, 'marks' | 'previousMark' | 'nextMark'>;

export interface MarkStep {
  line: number;
  /** Unknown behind the lines that are loaded. */
  finding: string | null;
}

/** Index of the mark that is looked at: the one of the finding, or the first of the line; -1 for none. */
export function chosenMark({ marks }: Marks, line: number | null, finding: string | null): number {
  if (line === null) return -1;
  const exact = marks.findIndex((mark) => mark.line === line && mark.findingId === finding);
  return exact === -1 ? marks.findIndex((mark) => mark.line === line) : exact;
}

/** The mark after the one at `chosen`, or before it; from the line looked at where none is chosen. Null at the end. */
export function stepMarks(window: Marks, chosen: number, line: number | null, by: 1 | -1): MarkStep | null {
  const { marks, previousMark, nextMark } = window;
  const next = chosen === -1 ? besides(marks, line, by) : chosen + by;
  const mark = marks[next];
  if (mark) return { line: mark.line, finding: mark.findingId ?? null };
  const beyond = by === 1 ? nextMark : previousMark;
  return beyond === null ? null : { line: beyond, finding: null };
}

function besides(marks: Marks['marks'], line: number | null, by: 1 | -1): number {
  if (by === 1) {
    const index = marks.findIndex((mark) => mark.line > (line ?? 0));
    return index === -1 ? marks.length : index;
  }
  return line === null ? -1 : marks.findLastIndex((mark) => mark.line < line);
}
