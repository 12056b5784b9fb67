import { describe, expect, it } from 'vitest';
import { IN_TOTO_PAYLOAD_TYPE, preAuthEncoding, sealEnvelope } from '#lib/domain/audit/dsse.ts';
import { verificationStatement, type StatementInput } from '#lib/domain/audit/statement.ts';
import { attest, recordDigest } from './attest.ts';
import { generateSigningKey, signBytes, toJwks } from './signing-keys.ts';
import { verifyAttestation } from './verify-attestation.ts';

const DIGEST = recordDigest({ some: 'record' });
const NOW = new Date('2026-01-15T00:00:00Z');
const input: StatementInput = {
  portal: 'https://gatehouse.example.com',
  portalVersion: '1',
  at: Date.UTC(2026, 0, 1),
  decision: {
    id: 'd-1',
    api: 'shelves',
    environment: 'production',
    revision: 'r-1',
    outcome: 'allowed',
    enforced: true,
    allowed: true,
    expiresAt: Date.UTC(2026, 1, 1),
  },
  tier: 'low',
  signedRoles: ['owner'],
  emergency: false,
  policy: { uri: 'https://gatehouse.example.com/checklists/default/1', digest: DIGEST },
  signOffs: [],
  subjects: [{ name: 'shelves', digest: DIGEST }],
};
const key = generateSigningKey();
const keys = toJwks([key.publicJwk]);
const envelope = attest(key, input);

/** Signs any content with the good key: what only a mistake of ours could make. */
function sealed(content: unknown, payloadType = IN_TOTO_PAYLOAD_TYPE) {
  const payload = new TextEncoder().encode(typeof content === 'string' ? content : JSON.stringify(content));
  return sealEnvelope(payloadType, payload, [
    { keyid: key.kid, sig: signBytes(key, preAuthEncoding(payloadType, payload)) },
  ]);
}

describe('verifying an attestation', () => {
  it('says who judged what, when, and how', () => {
    const report = verifyAttestation(JSON.parse(JSON.stringify(envelope)), keys, NOW);
    expect(report).toMatchObject({ ok: true, genuine: true, expired: false, kid: key.kid });
    expect(report.summary).toMatchObject({
      result: 'PASSED',
      decision: { id: 'd-1', environment: 'production' },
    });
    expect(report.sentences.join('\n')).toContain(
      'apis/shelves?environment=production at 2026-01-01T00:00:00.000Z: PASSED',
    );
    expect(report.sentences.join('\n')).toContain(DIGEST);
  });

  it('takes the gate’s whole answer as well', () => {
    expect(verifyAttestation({ outcome: 'allowed', attestation: envelope }, keys, NOW).ok).toBe(true);
    expect(verifyAttestation({ attestation: JSON.stringify(envelope) }, keys, NOW).ok).toBe(true);
  });

  it('finds the key among several, whatever the hint says', () => {
    const many = toJwks([generateSigningKey().publicJwk, key.publicJwk]);
    const hinted = {
      ...envelope,
      signatures: [{ keyid: 'somebody-else', sig: envelope.signatures[0]!.sig }],
    };
    expect(verifyAttestation(hinted, many, NOW)).toMatchObject({ ok: true, kid: key.kid });
  });

  it('keeps a true history true after it ran out, and says so', () => {
    const report = verifyAttestation(envelope, keys, new Date('2026-03-01T00:00:00Z'));
    expect(report).toMatchObject({ ok: true, expired: true });
    expect(report.sentences.at(-1)).toContain('2026-02-01T00:00:00.000Z');
  });

  it('does not take a genuine refusal for an approval', () => {
    const decision = { ...input.decision, outcome: 'prevented' as const, allowed: false };
    const report = verifyAttestation(attest(key, { ...input, decision }), keys, NOW);
    expect(report).toMatchObject({ ok: false, genuine: true });
    expect(report.sentences.at(-1)).toContain('permits nothing');
  });

  it('refuses content altered after signing, at any byte', () => {
    const payload = Buffer.from(envelope.payload, 'base64');
    for (let at = 0; at < payload.length; at += 7) {
      const altered = Buffer.from(payload);
      altered[at]! ^= 1;
      const report = verifyAttestation({ ...envelope, payload: altered.toString('base64') }, keys, NOW);
      expect(report).toMatchObject({ ok: false, genuine: false });
    }
  });

  it('refuses keys and signatures that are not ours', () => {
    const stranger = attest(generateSigningKey(), input);
    expect(verifyAttestation(stranger, keys, NOW)).toMatchObject({ ok: false, genuine: false });
    const claimed = { ...stranger, signatures: [{ keyid: key.kid, sig: stranger.signatures[0]!.sig }] };
    expect(verifyAttestation(claimed, keys, NOW)).toMatchObject({ ok: false, genuine: false });
    const shared = { keys: [{ kty: 'oct', kid: key.kid, k: key.publicJwk.x, alg: 'HS256' }] };
    expect(verifyAttestation(envelope, shared, NOW).sentences[0]).toContain('no Ed25519 key');
  });

  it('refuses a type of payload it does not know, also when it is signed', () => {
    const report = verifyAttestation(sealed(verificationStatement(input), 'application/json'), keys, NOW);
    expect(report).toMatchObject({ ok: false, genuine: false });
    expect(report.sentences[0]).toContain('"application/json"');
  });

  const statement = verificationStatement(input);
  it.each([
    ['no JSON', 'hello', 'not an in-toto statement'],
    [
      'another statement type',
      { ...statement, _type: 'https://in-toto.io/Statement/v0.1' },
      'not an in-toto statement',
    ],
    [
      'another predicate',
      { ...statement, predicateType: 'https://slsa.dev/provenance/v1' },
      'not a verification summary',
    ],
    ['no subject', { ...statement, subject: [] }, 'no subject'],
    ['a subject without a digest', { ...statement, subject: [{ name: 'x', digest: {} }] }, 'no subject'],
    ['no predicate', { ...statement, predicate: null }, 'lacks a field'],
    [
      'an odd result',
      { ...statement, predicate: { ...statement.predicate, verificationResult: 'passed' } },
      'lacks a field',
    ],
    [
      'an odd time',
      { ...statement, predicate: { ...statement.predicate, timeVerified: 'once' } },
      'lacks a field',
    ],
    [
      'no levels',
      { ...statement, predicate: { ...statement.predicate, verifiedLevels: undefined } },
      'lacks a field',
    ],
    ['no verifier', { ...statement, predicate: { ...statement.predicate, verifier: {} } }, 'lacks a field'],
  ])('refuses signed content with %s', (_, content, sentence) => {
    const report = verifyAttestation(sealed(content), keys, NOW);
    expect(report).toMatchObject({ ok: false, genuine: true, summary: null });
    expect(report.sentences.join(' ')).toContain(sentence);
  });

  it.each([[null], [[]], [{ attestation: null }], [{ attestation: 'text' }], [{ payload: 1 }]])(
    'refuses %j with a sentence',
    (value) => {
      const report = verifyAttestation(value, keys, NOW);
      expect(report).toMatchObject({ ok: false, genuine: false });
      expect(report.sentences[0]).toMatch(/\.$/);
    },
  );

  it('reads another portal’s summary that has no decision of ours', () => {
    const { predicate } = statement;
    const foreign = {
      ...statement,
      predicate: { ...predicate, ['https://gatehouse.dev/attestation/decision/v1']: { id: 7 } },
    };
    expect(verifyAttestation(sealed(foreign), keys, NOW)).toMatchObject({
      ok: true,
      summary: { decision: null },
    });
  });
});

describe('the digest of a record', () => {
  it('does not depend on the order of its members', () => {
    expect(recordDigest({ a: 1, b: [true, null], c: { d: 'x', e: undefined } })).toBe(
      recordDigest({ c: { d: 'x' }, b: [true, null], a: 1 }),
    );
    expect(recordDigest({ a: 1 })).not.toBe(recordDigest({ a: '1' }));
    expect(recordDigest([1, 2])).not.toBe(recordDigest([2, 1]));
  });
});
