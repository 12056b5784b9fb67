import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';
import { DescriptionError, refused } from './description-error.ts';

const NEWLINE = 0x0a;

/** The text of a description: UTF-8 with or without a byte order mark, no NUL, within the limit on size. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > DESCRIPTION_LIMITS.bytes) {
    const limit = DESCRIPTION_LIMITS.bytes / (1024 * 1024);
    const size = Math.ceil(bytes.length / (1024 * 1024));
    throw new DescriptionError(
      413,
      'description.too-large',
      `A description may have at most ${limit} MB; this one has ${size} MB.`,
    );
  }
  if (startsWithUtf16Mark(bytes)) {
    throw refused('encoding', 'The description is encoded as UTF-16. Save it as UTF-8.');
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    throw refused('nul', `The description contains a NUL byte in line ${lineOfByte(bytes, nul)}.`);
  }
  const text = decode(bytes);
  if (text.trim() === '') throw refused('empty', 'The description is empty.');
  return text;
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw refused('encoding', `The description is not valid UTF-8 in line ${firstInvalidLine(bytes)}.`);
  }
}

const startsWithUtf16Mark = (bytes: Uint8Array): boolean =>
  (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);

/** 1-based line in which a byte stands. */
export function lineOfByte(bytes: Uint8Array, offset: number): number {
  let line = 1;
  for (let at = bytes.indexOf(NEWLINE); at !== -1 && at < offset; at = bytes.indexOf(NEWLINE, at + 1)) line++;
  return line;
}

/** Lines of UTF-8 can be decoded one by one: a newline is never part of another character. */
function firstInvalidLine(bytes: Uint8Array): number {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const newline = bytes.indexOf(NEWLINE, start);
    const end = newline === -1 ? bytes.length : newline;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return line;
    }
    start = end + 1;
  }
  return line;
}
