import type { TextLanguage } from '#lib/domain/words.ts';
import type { TextOpens } from '#lib/domain/revisions/text-dto.ts';
import { tintWords } from './tint-words.ts';
import { tintYaml } from './tint-yaml.ts';

/** What a piece of a description is: the name of something, what is said in quotes, a fixed word or number, a remark. */
export type Tint = 'name' | 'text' | 'word' | 'remark';
export type TintedPiece = readonly [text: string, tint: Tint | null];

/**
 * The pieces of each line with what they are, by one walk without looking ahead; together they are the line again,
 * whatever it is. `opens` is what began above the first line and goes on.
 */
export function tintLines(
  lines: readonly string[],
  language: TextLanguage,
  opens: TextOpens | null = null,
): TintedPiece[][] {
  return language === 'yaml' ? tintYaml(lines, opens) : tintWords(lines, language, opens);
}
