import { decodeText } from './decode-text.ts';
import { indentJson } from './indent-json.ts';
import { walkJsonText } from './json-text.ts';

export interface LaidOutText {
  text: string;
  /** The text has lines nobody could read, and is shown with one member a line instead. */
  isIndented: boolean;
}

/** Characters a line may have and still be one that somebody wrote. */
const LONG_LINE = 2000;

/** The text of a description as people read it: as it was handed in, unless it is JSON without line breaks. */
export function layOutText(bytes: Uint8Array): LaidOutText {
  const text = decodeText(bytes);
  if (!hasLongLine(text) || !isJson(text)) return { text, isIndented: false };
  return { text: indentJson(text), isIndented: true };
}

function hasLongLine(text: string): boolean {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (end - start > LONG_LINE && text.charCodeAt(nextInk(text, start)) !== 0x22) return true;
    start = end + 1;
  }
  return false;
}

/** A member whose text is long stays long however it is laid out. */
function nextInk(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at++;
  return at;
}

function isJson(text: string): boolean {
  try {
    walkJsonText(text, null, () => null);
    return true;
  } catch {
    return false;
  }
}
