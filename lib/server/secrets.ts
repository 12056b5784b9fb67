import { createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { env } from '#lib/env.ts';

const derived = new Map<string, Buffer>();

/** One key per purpose from the one secret, so that no two uses share key material. */
export function derivedKey(purpose: string): Buffer {
  const { secret } = env();
  const id = `${purpose}\n${secret}`;
  const known = derived.get(id);
  if (known) return known;
  const key = Buffer.from(hkdfSync('sha256', secret, 'gatehouse', purpose, 32));
  derived.set(id, key);
  return key;
}

const TOKEN_PREFIX = 'gh_';

export function newToken(): string {
  return TOKEN_PREFIX + randomBytes(32).toString('base64url');
}

/** Only this is stored: without the secret a stolen table gives no token back, nor a way to test guesses. */
export function hashToken(token: string): string {
  return createHmac('sha256', derivedKey('token')).update(token).digest('hex');
}
