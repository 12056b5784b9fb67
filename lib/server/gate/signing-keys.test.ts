import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  generateSigningKey,
  openPrivateKey,
  readJwks,
  sealPrivateKey,
  signBytes,
  toJwks,
  toVerifyingKey,
  verifyBytes,
} from './signing-keys.ts';

const SECRET = 'x'.repeat(40);
const message = new TextEncoder().encode('message');
/** RFC 8037, appendix A. */
const RFC_KEY = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };

describe('signing keys', () => {
  it('sign what the published half verifies', () => {
    const key = generateSigningKey();
    const keys = readJwks(JSON.parse(JSON.stringify(toJwks([key.publicJwk]))));
    if (typeof keys === 'string') throw new Error(keys);
    const signature = signBytes(key, message);
    expect(keys.map(({ kid }) => kid)).toEqual([key.kid]);
    expect(verifyBytes(keys[0]!, message, signature)).toBe(true);
    expect(verifyBytes(keys[0]!, new TextEncoder().encode('massage'), signature)).toBe(false);
    expect(verifyBytes(keys[0]!, message, signature.subarray(1))).toBe(false);
    expect(verifyBytes(toVerifyingKey(generateSigningKey()), message, signature)).toBe(false);
  });

  it('are named by their thumbprint', () => {
    expect(toJwks([RFC_KEY]).keys[0]?.kid).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  });

  it('survive storage under the secret, and only there', () => {
    const key = generateSigningKey();
    const sealedPrivate = sealPrivateKey(key, SECRET);
    const opened = openPrivateKey({ kid: key.kid, sealedPrivate }, SECRET);
    expect(opened.publicJwk).toEqual(key.publicJwk);
    expect(signBytes(opened, message)).toEqual(signBytes(key, message));
    expect(() => openPrivateKey({ kid: key.kid, sealedPrivate }, 'y'.repeat(40))).toThrow(/GATEHOUSE_SECRET/);
    expect(() => openPrivateKey({ kid: generateSigningKey().kid, sealedPrivate }, SECRET)).toThrow(
      /does not open/,
    );
  });

  it('publish nothing private, whatever a row holds', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const { d = '', x = '' } = privateKey.export({ format: 'jwk' });
    const published = JSON.stringify(toJwks([{ ...RFC_KEY, x, d, note: 'internal' }]));
    expect(published).toContain(x);
    expect(published).not.toContain(d);
    expect(published).not.toContain('internal');
  });

  it.each([
    ['another curve', { ...RFC_KEY, crv: 'X25519' }],
    ['a shared secret', { kty: 'oct', k: RFC_KEY.x, alg: 'HS256' }],
    ['an RSA key', { kty: 'RSA', n: 'AQAB', e: 'AQAB' }],
    ['another algorithm', { ...RFC_KEY, alg: 'HS256' }],
    ['another use', { ...RFC_KEY, use: 'enc' }],
    ['a short key', { ...RFC_KEY, x: 'AQAB' }],
    ['no object', 'key'],
  ])('are not read from %s', (_, jwk) => {
    expect(readJwks({ keys: [jwk] })).toContain('no Ed25519 key');
    expect(readJwks({ keys: [jwk, RFC_KEY] })).toHaveLength(1);
  });

  it.each([[null], [[]], [{}], [{ keys: 'none' }]])('are not read from %j', (value) => {
    expect(readJwks(value)).toContain('not a JSON object with a list');
  });
});
