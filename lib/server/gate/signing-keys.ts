import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { isRecord } from '#lib/domain/is-record.ts';
import { openText, sealText } from './sealed-text.ts';

/** The public half as it is stored and published. */
export type PublicJwk = {
  kty: 'OKP';
  crv: 'Ed25519';
  /** The 32 bytes of the public key, base64url. */
  x: string;
  /** RFC 7638 thumbprint: the name follows from the key, so that two keys never share one. */
  kid: string;
  alg: 'EdDSA';
  use: 'sig';
};

/** A key that can sign. Never logged, never serialised: the private half leaves only sealed. */
export interface SigningKey {
  kid: string;
  publicJwk: PublicJwk;
  privateKey: KeyObject;
}

/** A key that can check, read from a JWKS. */
export interface VerifyingKey {
  kid: string;
  /** The 32 bytes of the public key. */
  raw: Uint8Array;
  publicKey: KeyObject;
}

const PURPOSE = 'gatehouse/signing-key/v1';

export function generateSigningKey(): SigningKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const jwk = toPublicJwk(publicKey);
  return { kid: jwk.kid, publicJwk: jwk, privateKey };
}

/** The private half for storage, encrypted under GATEHOUSE_SECRET and bound to its key id. */
export function sealPrivateKey(key: SigningKey, secret: string): string {
  const pem = key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  return sealText(pem, { secret, purpose: PURPOSE, context: key.kid });
}

/** Throws when the secret is another one, when the text was altered, or when it belongs to another public key. */
export function openPrivateKey(stored: { kid: string; sealedPrivate: string }, secret: string): SigningKey {
  const privateKey = createPrivateKey(
    openText(stored.sealedPrivate, { secret, purpose: PURPOSE, context: stored.kid }),
  );
  const jwk = toPublicJwk(createPublicKey(privateKey));
  if (jwk.kid !== stored.kid)
    throw new Error(`The private key stored as ${stored.kid} belongs to another public key.`);
  return { kid: jwk.kid, publicJwk: jwk, privateKey };
}

export function signBytes(key: SigningKey, bytes: Uint8Array): Uint8Array {
  return sign(null, bytes, key.privateKey);
}

export function verifyBytes(key: VerifyingKey, bytes: Uint8Array, signature: Uint8Array): boolean {
  return signature.length === 64 && verify(null, bytes, key.publicKey, signature);
}

/** What `/.well-known/gatehouse/keys.json` serves for stored public keys: public members only, whatever a row carries. */
export function toJwks(stored: readonly Readonly<Record<string, string>>[]): { keys: PublicJwk[] } {
  return { keys: stored.map(({ x = '' }) => publicJwk(x)) };
}

/**
 * The Ed25519 keys of a JWKS; a text when it is none. Keys of other kinds are passed over, so that no key can be used
 * with an algorithm it was not made for.
 */
export function readJwks(value: unknown): VerifyingKey[] | string {
  const list = isRecord(value) ? value['keys'] : undefined;
  if (!Array.isArray(list)) return 'The keys file is not a JSON object with a list "keys".';
  const keys = (list as unknown[]).flatMap((jwk) => readJwk(jwk) ?? []);
  return keys.length > 0 ? keys : 'The keys file holds no Ed25519 key for signatures.';
}

function readJwk(jwk: unknown): VerifyingKey | null {
  if (!isRecord(jwk) || jwk['kty'] !== 'OKP' || jwk['crv'] !== 'Ed25519' || typeof jwk['x'] !== 'string')
    return null;
  if (jwk['use'] !== undefined && jwk['use'] !== 'sig') return null;
  if (jwk['alg'] !== undefined && jwk['alg'] !== 'EdDSA' && jwk['alg'] !== 'Ed25519') return null;
  const raw = Buffer.from(jwk['x'], 'base64url');
  if (raw.length !== 32) return null;
  return {
    kid: thumbprint(jwk['x']),
    raw,
    publicKey: createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: jwk['x'] }, format: 'jwk' }),
  };
}

export function toVerifyingKey(key: SigningKey): VerifyingKey {
  return readJwk(key.publicJwk)!;
}

function toPublicJwk(publicKey: KeyObject): PublicJwk {
  const { x } = publicKey.export({ format: 'jwk' });
  if (!x) throw new Error('not an Ed25519 key');
  return publicJwk(x);
}

function publicJwk(x: string): PublicJwk {
  return { kty: 'OKP', crv: 'Ed25519', x, kid: thumbprint(x), alg: 'EdDSA', use: 'sig' };
}

/** RFC 7638 with RFC 8037: SHA-256 of the required members in lexical order. */
function thumbprint(x: string): string {
  return createHash('sha256').update(`{"crv":"Ed25519","kty":"OKP","x":"${x}"}`).digest('base64url');
}
