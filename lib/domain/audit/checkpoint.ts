import { fromBase64, toBase64 } from './base64.ts';
import { HASH_BYTES, type Hash } from './merkle.ts';

/** What a log says of itself at one moment. */
export interface TreeHead {
  /** Name of the log: a schema-less address such as `gatehouse.example.com/audit`. */
  origin: string;
  size: number;
  root: Hash;
}

export interface NoteSignature {
  /** Name of the key; a log signs under its origin. */
  name: string;
  /** Four bytes that help to find the key; no proof of anything. */
  keyId: Uint8Array;
  signature: Uint8Array;
}

export interface Checkpoint extends TreeHead {
  extensions: string[];
  /** The exact signed text, with its last newline. */
  body: string;
  signatures: NoteSignature[];
}

export type ParsedCheckpoint = { ok: true; checkpoint: Checkpoint } | { ok: false; faults: string[] };

const KEY_ID_BYTES = 4;
/** A checkpoint is a few lines; more than this is something else. */
const MAX_TEXT = 64 * 1024;

/** The text a log signs (C2SP tlog-checkpoint). RangeError for an origin, size or root that cannot be written. */
export function checkpointBody({ origin, size, root }: TreeHead): string {
  if (!isKeyName(origin))
    throw new RangeError('the origin of a checkpoint has neither spaces, plus signs nor control characters');
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`${size} is no tree size`);
  if (root.length !== HASH_BYTES) throw new RangeError('the root of a checkpoint has 32 bytes');
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A body with its signatures (C2SP signed-note). */
export function signedNote(body: string, signatures: readonly NoteSignature[]): string {
  const lines = signatures.map(({ name, keyId, signature }) => {
    const bytes = new Uint8Array(keyId.length + signature.length);
    bytes.set(keyId);
    bytes.set(signature, keyId.length);
    return `\u2014 ${name} ${toBase64(bytes)}\n`;
  });
  return `${body}\n${lines.join('')}`;
}

/** Reads a checkpoint and says in sentences what is wrong with it. Signatures are taken apart, not verified. */
export function parseCheckpoint(text: string): ParsedCheckpoint {
  if (text.length > MAX_TEXT) return { ok: false, faults: ['The text is too long for a checkpoint.'] };
  const cut = text.lastIndexOf('\n\n');
  if (cut < 0) return { ok: false, faults: ['There is no blank line between the text and its signatures.'] };
  const faults: string[] = [];
  if (!text.endsWith('\n')) faults.push('The text does not end with a newline.');
  if (hasControlCharacter(text)) faults.push('The text holds control characters.');
  const body = text.slice(0, cut + 1);
  const [origin = '', sizeLine = '', rootLine = '', ...extensions] = body.slice(0, -1).split('\n');
  if (origin === '') faults.push('The first line, the origin, is empty.');
  const size = Number(sizeLine);
  if (!/^(?:0|[1-9]\d*)$/.test(sizeLine) || !Number.isSafeInteger(size)) {
    faults.push('The second line is not a tree size in decimal digits.');
  }
  const root = fromBase64(rootLine);
  if (root?.length !== HASH_BYTES) faults.push('The third line is not a root hash of 32 bytes in base64.');
  if (extensions.includes('')) faults.push('An extension line is empty.');
  const signatures: NoteSignature[] = [];
  for (const line of text
    .slice(cut + 2)
    .split('\n')
    .filter(Boolean)) {
    const signature = parseSignature(line);
    if (signature) signatures.push(signature);
    else faults.push(`This is no signature line: ${line.slice(0, 80)}`);
  }
  if (signatures.length === 0) faults.push('There is no signature.');
  if (faults.length > 0 || root === null) return { ok: false, faults };
  return { ok: true, checkpoint: { origin, size, root, extensions, body, signatures } };
}

function parseSignature(line: string): NoteSignature | null {
  const match = /^\u2014 (\S+) (\S+)$/u.exec(line);
  const bytes = match && fromBase64(match[2]!);
  if (!bytes || bytes.length <= KEY_ID_BYTES || !isKeyName(match[1]!)) return null;
  return { name: match[1]!, keyId: bytes.slice(0, KEY_ID_BYTES), signature: bytes.slice(KEY_ID_BYTES) };
}

const isKeyName = (name: string): boolean => /^[^\s+]+$/u.test(name) && !hasControlCharacter(name);

function hasControlCharacter(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 && code !== 0x0a) return true;
  }
  return false;
}
