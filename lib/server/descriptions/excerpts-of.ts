import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import type { TextLanguage } from '#lib/domain/words.ts';
import { layOutText } from './lay-out-text.ts';
import { cutLines, linesFrom } from './lines-of-text.ts';
import { locate } from './locate.ts';
import { languageOf, opensAt } from './text-language.ts';
import { valueEnd } from './value-end.ts';

/** The lines around what stands at a JSON pointer. */
export interface Excerpt {
  pointer: string;
  /** Of the value; null where the text has no such place. */
  line: number | null;
  /** The last of the lines given that still belong to the value. */
  endLine: number | null;
  from: number;
  lines: string[];
  opens?: TextOpens;
}

export interface Excerpts {
  isIndented: boolean;
  language: TextLanguage;
  excerpts: Excerpt[];
}

const ABOVE = 3;
const BELOW = 3;
/** Lines of a value; of a longer one the beginning is shown. */
const MOST_OF_VALUE = 12;

export function excerptsOf(bytes: Uint8Array, pointers: readonly string[] = []): Excerpts {
  const { text, isIndented } = layOutText(bytes);
  // Only in YAML are the lines beside the first one part of a value.
  const language = languageOf(text);
  const isYaml = language === 'yaml' || language === 'json';
  const positions = locate(text, pointers);
  const excerpts = pointers.map((pointer) => {
    const position = positions.get(pointer);
    if (!position) return { pointer, line: null, endLine: null, from: 1, lines: [] };
    const { line, column } = position;
    const value = linesFrom(text, line, MOST_OF_VALUE + BELOW);
    const size = Math.min(valueEnd(value, isYaml ? column : Infinity), MOST_OF_VALUE);
    const from = Math.max(1, line - ABOVE);
    const shown = [...linesFrom(text, from, line - from), ...value.slice(0, size + BELOW)];
    const opens = opensAt(text, from, language);
    return {
      pointer,
      line,
      endLine: line + size - 1,
      from,
      lines: cutLines(shown, from).lines,
      ...(opens && { opens }),
    };
  });
  return { isIndented, language, excerpts };
}
