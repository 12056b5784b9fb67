import { describe, expect, it } from 'vitest';
import { parseCheckpoint, type Checkpoint } from '#lib/domain/audit/checkpoint.ts';
import { generateSigningKey, readJwks, toVerifyingKey, verifyBytes } from '../gate/signing-keys.ts';
import { isSignedBy, noteKeyId, signCheckpoint } from './sign-checkpoint.ts';

const head = { origin: 'gatehouse.example.com/audit', size: 7, root: new Uint8Array(32).fill(3) };

function read(text: string): Checkpoint {
  const parsed = parseCheckpoint(text);
  if (!parsed.ok) throw new Error(parsed.faults.join(' '));
  return parsed.checkpoint;
}

describe('a signed checkpoint', () => {
  it('is believed with the key that signed it, and with no other', () => {
    const key = generateSigningKey();
    const checkpoint = read(signCheckpoint([key], head));
    expect(checkpoint).toMatchObject(head);
    expect(isSignedBy(checkpoint, [toVerifyingKey(key)])).toBe(true);
    expect(isSignedBy(checkpoint, [toVerifyingKey(generateSigningKey())])).toBe(false);
    expect(isSignedBy(checkpoint, [])).toBe(false);
  });

  it('is believed with either key while one is being replaced', () => {
    const [old, next] = [generateSigningKey(), generateSigningKey()];
    const checkpoint = read(signCheckpoint([old, next], head));
    expect(isSignedBy(checkpoint, [toVerifyingKey(old)])).toBe(true);
    expect(isSignedBy(checkpoint, [toVerifyingKey(next)])).toBe(true);
  });

  it('is not believed after a change of its text', () => {
    const key = generateSigningKey();
    const text = signCheckpoint([key], head).replace('\n7\n', '\n8\n');
    expect(isSignedBy(read(text), [toVerifyingKey(key)])).toBe(false);
  });

  it('is not believed when one known key’s signature is broken beside a good one', () => {
    const [good, broken] = [generateSigningKey(), generateSigningKey()];
    const checkpoint = read(signCheckpoint([good, broken], head));
    checkpoint.signatures[1]!.signature[0]! ^= 1;
    expect(isSignedBy(checkpoint, [toVerifyingKey(good), toVerifyingKey(broken)])).toBe(false);
    expect(isSignedBy(checkpoint, [toVerifyingKey(good)])).toBe(true);
  });

  it('follows the note format: the example of golang.org/x/mod/sumdb/note', () => {
    const raw = Buffer.from('ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'base64').subarray(1);
    const text =
      'If you think cryptography is the answer to your problem,\nthen you don\u0027t know what your problem is.\n';
    const line = Buffer.from(
      'x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=',
      'base64',
    );
    const keys = readJwks({ keys: [{ kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') }] });
    if (typeof keys === 'string') throw new Error(keys);
    expect(Buffer.from(noteKeyId('PeterNeumann', raw)).toString('hex')).toBe('c74f20a3');
    expect(line.subarray(0, 4).toString('hex')).toBe('c74f20a3');
    expect(verifyBytes(keys[0]!, new TextEncoder().encode(text), line.subarray(4))).toBe(true);
  });
});
