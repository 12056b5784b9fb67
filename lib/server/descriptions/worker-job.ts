import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { DescriptionFix, FixOptions } from '#lib/domain/scan/fix/fix-description.ts';
import type { Analysis } from './analyse-description.ts';
import { DescriptionError } from './description-error.ts';
import type { DescriptionErrorStatus, DescriptionFault } from './description-error.ts';
import type { Position } from './json-text.ts';
import type { Excerpts } from './excerpts-of.ts';
import type { MarkedText } from './mark-text.ts';
import type { LocatedOccurrence } from './occurrences-in.ts';
import type { TextPart, TextQuestion } from './text-part.ts';

/** A description as it was handed in. */
export interface Source {
  bytes: Uint8Array;
  mediaType?: string | undefined;
}

/** What a worker thread can be asked, and what it answers. */
export interface JobResults {
  analyse: Analysis;
  /** A `ScanAnswer` as JSON. */
  scan: string;
  diff: DescriptionDiff;
  occurrences: LocatedOccurrence[];
  fix: DescriptionFix;
  marks: MarkedText;
  text: TextPart;
  excerpts: Excerpts;
  positions: [pointer: string, position: Position][];
}
export type JobKind = keyof JobResults;

/** What some jobs are told besides. */
export interface JobOptions {
  fix?: FixOptions;
  text?: TextQuestion;
  pointers?: readonly string[];
}

export interface JobMessage {
  kind: JobKind;
  sources: Source[];
  options?: JobOptions | undefined;
}

/** An error as it crosses from one thread to another: classes do not survive the way. */
export type AnswerMessage =
  | { result: JobResults[JobKind] }
  | {
      refusal: {
        status: DescriptionErrorStatus;
        code: string;
        detail: string;
        errors: DescriptionFault[] | undefined;
      };
    }
  | { fault: unknown };

export function answerOfError(error: unknown): AnswerMessage {
  if (!(error instanceof DescriptionError)) return { fault: error };
  const { status, code, detail, errors } = error;
  return { refusal: { status, code, detail, errors } };
}

export function errorOfAnswer(answer: Exclude<AnswerMessage, { result: unknown }>): unknown {
  if ('fault' in answer) return answer.fault;
  const { status, code, detail, errors } = answer.refusal;
  return new DescriptionError(status, code, detail, errors);
}
