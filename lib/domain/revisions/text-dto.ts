import type { DescriptionFix } from '../scan/fix/fix-description.ts';
import type { OccurrenceDto } from './dto.ts';
import type { FindingState, Severity, TextLanguage } from '../words.ts';

/** A finding at a line of a description. */
export interface TextMarkDto {
  line: number;
  rule: string;
  severity: Severity;
  title: string;
  /** What is missing at this line, where the finding is about more than that. */
  missing?: Pick<OccurrenceDto, 'rule' | 'title' | 'fix'>[];
  /** Absent while the findings of the revision are not stored. */
  findingId?: string;
  state?: FindingState;
}

/** A text or remark of several lines that began above the first line given, and goes on. */
export interface TextOpens {
  /** In YAML, where indentation says how far it goes: of the member it belongs to. Else 0. */
  indent: number;
}

/** Some lines of the text of a revision; lines are counted from 1. */
export interface TextWindowDto {
  revision: string;
  totalLines: number;
  /** The description has no lines of its own that could be read, and is shown with one member a line. */
  isIndented: boolean;
  language: TextLanguage;
  /** Absent where the first line begins anew. */
  opens?: TextOpens;
  /** Of the first line that is given. */
  from: number;
  lines: string[];
  /** Lines of which only the beginning is given. */
  cut: number[];
  /** Where what was looked for stands; null where nothing was, or nothing was found. */
  at: number | null;
  /** By line, and then worst first. */
  marks: TextMarkDto[];
  /** How many lines of the whole text are marked. */
  markedLines: number;
  /** The nearest marked line above what is given, and below. */
  previousMark: number | null;
  nextMark: number | null;
}

/** The lines around what stands at a JSON pointer. */
export interface ExcerptDto {
  pointer: string;
  /** Of the value; null where the text has no such place. */
  line: number | null;
  /** The last of the given lines that still belongs to the value. */
  endLine: number | null;
  from: number;
  lines: string[];
  /** Absent where the first line begins anew. */
  opens?: TextOpens;
}

/** The lines around some JSON pointers. */
export interface ExcerptsDto {
  isIndented: boolean;
  language: TextLanguage;
  excerpts: ExcerptDto[];
}

/** What a program can mend in a revision; `patch` may hold its first steps only. */
export interface RevisionFixDto extends DescriptionFix {
  /** Of the whole patch. */
  steps: number;
}
