/** What the bytes of a JSON text tell before anything is built from them. */
export interface JsonMeasure {
  /** Keys written in all objects. */
  keys: number;
  /** Upper bound of the number of values. */
  values: number;
  /** Offset of the first bracket that is nested too deeply, or -1. */
  tooDeepAt: number;
  /** Whether a string has an escape that may stand for NUL or half of a surrogate pair. */
  hasSuspectEscape: boolean;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const LETTER_U = 0x75;
const DIGIT_0 = 0x30;

/**
 * One pass over the bytes, skipping strings. Outside strings every colon follows a key, and every value but the first
 * in a container follows a comma, so the counts are right for every valid JSON text; an invalid one is found later.
 */
export function measureJson(bytes: Uint8Array, maxDepth: number): JsonMeasure {
  let keys = 0;
  let commas = 0;
  let containers = 0;
  let depth = 0;
  let hasSuspectEscape = false;
  const length = bytes.length;
  for (let at = 0; at < length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at++; at < length; at++) {
        const inner = bytes[at];
        if (inner === QUOTE) break;
        if (inner !== BACKSLASH) continue;
        at++;
        if (bytes[at] === LETTER_U) hasSuspectEscape ||= isSuspect(bytes, at + 1);
      }
    } else if (byte === COLON) keys++;
    else if (byte === COMMA) commas++;
    else if (byte === 0x7b || byte === 0x5b) {
      containers++;
      depth++;
      if (depth > maxDepth) return { keys, values: commas + containers + 1, tooDeepAt: at, hasSuspectEscape };
    } else if (byte === 0x7d || byte === 0x5d) depth--;
  }
  return { keys, values: commas + containers + 1, tooDeepAt: -1, hasSuspectEscape };
}

/** Four hexadecimal digits that are 0000, or d800 to dfff. */
function isSuspect(bytes: Uint8Array, at: number): boolean {
  const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
  if (first === DIGIT_0) return second === DIGIT_0 && bytes[at + 2] === DIGIT_0 && bytes[at + 3] === DIGIT_0;
  return (first === 0x64 || first === 0x44) && (second === 0x38 || second === 0x39 || second >= 0x41);
}
