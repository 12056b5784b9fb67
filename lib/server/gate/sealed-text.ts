import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

interface Seal {
  /** GATEHOUSE_SECRET. */
  secret: string;
  /** What the derived key is for: a text sealed for one purpose does not open for another. */
  purpose: string;
  /** What the text belongs to; authenticated, so that sealed texts cannot be swapped between rows. */
  context: string;
}

const VERSION = 'v1';
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM under a key derived from the secret with HKDF-SHA-256, a fresh salt each time: `v1.<base64url>`. */
export function sealText(text: string, seal: Seal): string {
  const salt = randomBytes(SALT_BYTES);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', deriveKey(seal, salt), nonce);
  cipher.setAAD(Buffer.from(seal.context));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return `${VERSION}.${Buffer.concat([salt, nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
}

/** Throws with a sentence for the operator; the text of the sealed value is in no message. */
export function openText(sealed: string, seal: Seal): string {
  const [version, encoded = ''] = sealed.split('.', 2);
  const bytes = Buffer.from(encoded, 'base64url');
  const headBytes = SALT_BYTES + NONCE_BYTES + TAG_BYTES;
  if (version !== VERSION || bytes.length <= headBytes)
    throw new Error('A sealed value in the database is not of a known form.');
  const salt = bytes.subarray(0, SALT_BYTES);
  const nonce = bytes.subarray(SALT_BYTES, SALT_BYTES + NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', deriveKey(seal, salt), nonce, {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(seal.context));
  decipher.setAuthTag(bytes.subarray(SALT_BYTES + NONCE_BYTES, headBytes));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(headBytes)), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error(
      'A sealed value does not open: GATEHOUSE_SECRET is not the one it was sealed with, or it was altered.',
      {
        cause,
      },
    );
  }
}

function deriveKey({ secret, purpose }: Seal, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, salt, purpose, 32));
}
