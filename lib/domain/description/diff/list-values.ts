import type { JsonValue } from '../types.ts';

const MOST_SHOWN = 5;

/** A few values of an enumeration for a sentence: `"a", "b" and 3 more`. */
export function listValues(values: readonly JsonValue[]): string {
  const shown = values.slice(0, MOST_SHOWN).map((value) => shorten(JSON.stringify(value)));
  const rest = values.length - shown.length;
  return rest > 0 ? `${shown.join(', ')} and ${rest} more` : shown.join(', ');
}

const LONGEST = 40;
const shorten = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);
