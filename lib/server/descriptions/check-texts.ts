import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';
import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { JsonValue } from '#lib/domain/description/types.ts';
import { refused, tooDeep } from './description-error.ts';

/**
 * Bounds the depth of what a parser built, and refuses texts that an escape can smuggle in and that neither a database nor another program can store: NUL, and halves
 * of surrogate pairs.
 */
export function checkTexts(value: JsonValue, pointer = '', depth = 1): void {
  if (typeof value === 'string') return checkText(value, pointer);
  if (typeof value !== 'object' || value === null) return;
  if (depth > DESCRIPTION_LIMITS.depth) throw tooDeep();
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) checkTexts(entry, `${pointer}/${index}`, depth + 1);
    return;
  }
  for (const key of Object.keys(value)) {
    checkText(key, pointer);
    checkTexts(value[key] ?? null, `${pointer}/${escapeToken(key)}`, depth + 1);
  }
}

function checkText(text: string, pointer: string): void {
  if (text.includes('\u0000')) {
    throw refused('nul', `The description contains a NUL character at ${pointer || 'its top'}.`, [
      { pointer, detail: 'A NUL character is not allowed.' },
    ]);
  }
  if (!text.isWellFormed()) {
    throw refused(
      'encoding',
      `The description contains half of a surrogate pair at ${pointer || 'its top'}.`,
      [{ pointer, detail: 'Half of a surrogate pair is not a character.' }],
    );
  }
}
