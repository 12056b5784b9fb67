import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';
import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { JsonValue } from '#lib/domain/description/types.ts';
import { checkTexts } from './check-texts.ts';
import { lineOfByte } from './decode-text.ts';
import { refused, tooDeep, tooManyValues } from './description-error.ts';
import type { DescriptionError } from './description-error.ts';
import { JsonTextError, positionIn, walkJsonText } from './json-text.ts';
import { measureJson } from './measure-json.ts';

/**
 * A JSON text as plain values. `JSON.parse` does the work; because it neither sees repeated keys nor knows limits, the
 * bytes are measured first and the keys counted afterwards, and only a text with a fault is read again to say where.
 */
export function readJson(bytes: Uint8Array, text: string): JsonValue {
  const measure = measureJson(bytes, DESCRIPTION_LIMITS.depth);
  if (measure.tooDeepAt !== -1) throw tooDeep(lineOfByte(bytes, measure.tooDeepAt));
  if (measure.values > DESCRIPTION_LIMITS.values) throw tooManyValues();
  let value: JsonValue;
  try {
    value = JSON.parse(text) as JsonValue;
  } catch {
    throw explain(text);
  }
  if (countKeys(value) !== measure.keys) throw explain(text);
  if (measure.hasSuspectEscape) checkTexts(value);
  return value;
}

/**
 * Keys in all objects, or no number at all where a number is too large to be one; the recursion is bounded by the depth
 * that was measured.
 */
function countKeys(value: JsonValue): number {
  if (typeof value === 'number') return Number.isFinite(value) ? 0 : Number.NaN;
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const entry of value)
      if (typeof entry === 'object' || typeof entry === 'number') count += countKeys(entry);
    return count;
  }
  const keys = Object.keys(value);
  count = keys.length;
  for (const key of keys) {
    const entry = value[key];
    if (typeof entry === 'object' || typeof entry === 'number') count += countKeys(entry);
  }
  return count;
}

function explain(text: string): DescriptionError {
  try {
    walkJsonText(text, null, () => null);
  } catch (error) {
    if (error instanceof JsonTextError) return describeFault(text, error);
    throw error;
  }
  return refused('malformed', 'The description is not valid JSON.');
}

function describeFault(text: string, { fault, offset, path, message }: JsonTextError): DescriptionError {
  const { line, column } = positionIn(text, offset);
  const pointer = path.map((token) => `/${escapeToken(String(token))}`).join('');
  const where = `line ${line}, column ${column}`;
  if (fault === 'number')
    return refused('number', `In ${where} ${message}.`, [{ pointer, detail: `In ${where} ${message}.` }]);
  return fault === 'duplicate-key'
    ? refused('duplicate-key', `In ${where} ${message}.`, [{ pointer, detail: `Repeated in ${where}.` }])
    : refused('malformed', `The description is not valid JSON: in ${where} ${message}.`, [
        { pointer, detail: `In ${where} ${message}.` },
      ]);
}
