import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { layOutText } from './lay-out-text.ts';
import { cutLines, lineOf, linesFrom } from './lines-of-text.ts';
import { locate } from './locate.ts';
import { languageOf, opensAt } from './text-language.ts';

/** Which lines somebody wants to read. */
export interface TextQuestion {
  /** The first line, counted from 1. */
  from: number;
  lines: number;
  /** Instead: the lines around what stands at this JSON pointer. */
  pointer?: string | undefined;
  /** Instead: the lines around the next place behind `from` that has this text, whatever its case. */
  find?: string | undefined;
}

export interface TextPart {
  from: number;
  lines: string[];
  /** Lines of which only the beginning is given. */
  cut: number[];
  /** Where what was looked for stands; null where nothing was, or nothing was found. */
  at: number | null;
  language: TextLanguage;
  opens?: TextOpens;
}

/** Share of the lines that is shown above what was looked for. */
const ABOVE = 1 / 3;

/** Some lines of a description, or those around a place in it. */
export function textPart(bytes: Uint8Array, question: TextQuestion = { from: 1, lines: 1 }): TextPart {
  const { text } = layOutText(bytes);
  const at = placeOf(text, question);
  const from = at === null ? question.from : Math.max(1, at - Math.floor(question.lines * ABOVE));
  const language = languageOf(text);
  const opens = opensAt(text, from, language);
  return {
    from,
    ...cutLines(linesFrom(text, from, question.lines), from),
    at,
    language,
    ...(opens && { opens }),
  };
}

function placeOf(text: string, { pointer, find, from }: TextQuestion): number | null {
  if (pointer !== undefined) return lineOfPointer(text, pointer);
  if (find === undefined) return null;
  const [haystack, needle] = [text.toLowerCase(), find.toLowerCase()];
  // Lower case may have another length, but never another number of lines.
  const start = lineOf.start(haystack, from);
  const behind = haystack.indexOf(needle, start);
  const found = behind === -1 ? haystack.indexOf(needle) : behind;
  return found === -1 ? null : lineOf.offset(haystack, found);
}

function lineOfPointer(text: string, pointer: string): number | null {
  return locate(text, [pointer]).get(pointer)?.line ?? null;
}
