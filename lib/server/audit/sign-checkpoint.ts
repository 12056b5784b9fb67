import { checkpointBody, signedNote, type Checkpoint, type TreeHead } from '#lib/domain/audit/checkpoint.ts';
import { sameHash } from '#lib/domain/audit/merkle.ts';
import {
  signBytes,
  toVerifyingKey,
  verifyBytes,
  type SigningKey,
  type VerifyingKey,
} from '../gate/signing-keys.ts';
import { sha256 } from './sha256.ts';

/** C2SP signed-note: the byte that stands for plain Ed25519 signatures. */
const ED25519_TYPE = 0x01;

/**
 * The checkpoint's text, signed under the origin's name by each key (several while a key is being replaced).
 * The caller answers for this tree being a continuation of everything signed before.
 */
export function signCheckpoint(keys: readonly SigningKey[], head: TreeHead): string {
  const body = checkpointBody(head);
  const message = new TextEncoder().encode(body);
  return signedNote(
    body,
    keys.map((key) => ({
      name: head.origin,
      keyId: noteKeyId(head.origin, toVerifyingKey(key).raw),
      signature: signBytes(key, message),
    })),
  );
}

/**
 * True when a known key signed it. A signature that claims a known key and does not verify spoils the whole
 * checkpoint; signatures of unknown keys are passed over, as the format asks.
 */
export function isSignedBy(checkpoint: Checkpoint, keys: readonly VerifyingKey[]): boolean {
  const message = new TextEncoder().encode(checkpoint.body);
  const claims = checkpoint.signatures.flatMap(({ name, keyId, signature }) =>
    keys
      .filter((key) => sameHash(noteKeyId(name, key.raw), keyId))
      .map((key) => verifyBytes(key, message, signature)),
  );
  return claims.length > 0 && claims.every(Boolean);
}

/** First four bytes of SHA-256(name, newline, type, public key). */
export function noteKeyId(name: string, rawPublicKey: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${name}\n`);
  const bytes = new Uint8Array(head.length + 1 + rawPublicKey.length);
  bytes.set(head);
  bytes[head.length] = ED25519_TYPE;
  bytes.set(rawPublicKey, head.length + 1);
  return sha256(bytes).slice(0, 4);
}
