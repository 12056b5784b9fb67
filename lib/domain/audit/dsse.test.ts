import { describe, expect, it } from 'vitest';
import { openEnvelope, preAuthEncoding, sealEnvelope } from './dsse.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('an envelope', () => {
  it('signs the encoding of its specification', () => {
    const encoded = preAuthEncoding('http://example.com/HelloWorld', bytes('hello world'));
    expect(new TextDecoder().decode(encoded)).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
  });

  it('counts bytes, not characters', () => {
    expect(new TextDecoder().decode(preAuthEncoding('é', bytes('ü')))).toBe('DSSEv1 2 é 2 ü');
  });

  it('gives two different pairs two different encodings', () => {
    expect(preAuthEncoding('a', bytes('b 1 c'))).not.toEqual(preAuthEncoding('a 5 b', bytes('c')));
  });

  it('opens to what was sealed, in either alphabet of base64', () => {
    const sealed = sealEnvelope('text/plain', new Uint8Array([251, 255, 190]), [
      { keyid: 'k', sig: bytes('s') },
    ]);
    const expected = {
      payloadType: 'text/plain',
      payload: new Uint8Array([251, 255, 190]),
      signatures: [{ keyid: 'k', sig: bytes('s') }],
    };
    expect(sealed.payload).toBe('+/++');
    expect(openEnvelope(sealed)).toEqual(expected);
    expect(openEnvelope({ ...sealed, payload: '-_--' })).toEqual(expected);
  });

  it.each([
    [null, 'not a signed envelope'],
    ['text', 'not a signed envelope'],
    [{}, 'payloadType'],
    [{ payloadType: 'a' }, 'payload is not base64'],
    [{ payloadType: 'a', payload: '?' }, 'payload is not base64'],
    [{ payloadType: 'a', payload: '' }, 'no signatures'],
    [{ payloadType: 'a', payload: '', signatures: [] }, 'no signatures'],
    [{ payloadType: 'a', payload: '', signatures: [null] }, 'signature of the envelope is not base64'],
    [{ payloadType: 'a', payload: '', signatures: [{ sig: 7 }] }, 'signature of the envelope is not base64'],
    [{ payloadType: 'a', payload: '', signatures: Array(33).fill({ sig: '' }) }, 'more than 32'],
  ])('refuses %j with a sentence', (value, sentence) => {
    expect(openEnvelope(value)).toContain(sentence);
  });
});
