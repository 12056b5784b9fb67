import { describe, expect, it } from 'vitest';
import {
  DECISION_EXTENSION,
  digestSet,
  resourceUri,
  verificationStatement,
  type StatementInput,
} from './statement.ts';

const DIGEST = `sha256:${'ab'.repeat(32)}`;
const input: StatementInput = {
  portal: 'https://gatehouse.example.com',
  portalVersion: '1.2.3',
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
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
  tier: 'high',
  signedRoles: ['owner', 'security'],
  emergency: false,
  policy: { uri: 'https://gatehouse.example.com/checklists/default/3', digest: DIGEST },
  signOffs: [{ uri: 'https://gatehouse.example.com/reviews/7', digest: DIGEST }],
  subjects: [{ name: 'shelves', digest: DIGEST }],
};

describe('the statement about a decision', () => {
  it('names who judged what, by which policy, on which sign-offs', () => {
    expect(verificationStatement(input)).toEqual({
      _type: 'https://in-toto.io/Statement/v1',
      subject: [{ name: 'shelves', digest: { sha256: 'ab'.repeat(32) } }],
      predicateType: 'https://slsa.dev/verification_summary/v1',
      predicate: {
        verifier: { id: 'https://gatehouse.example.com', version: { gatehouse: '1.2.3' } },
        timeVerified: '2026-01-02T03:04:05.000Z',
        resourceUri: 'https://gatehouse.example.com/apis/shelves?environment=production',
        policy: {
          uri: 'https://gatehouse.example.com/checklists/default/3',
          digest: { sha256: 'ab'.repeat(32) },
        },
        inputAttestations: [
          { uri: 'https://gatehouse.example.com/reviews/7', digest: { sha256: 'ab'.repeat(32) } },
        ],
        verificationResult: 'PASSED',
        verifiedLevels: [
          'GATEHOUSE_TIER_HIGH',
          'GATEHOUSE_SIGNED_OFF_OWNER',
          'GATEHOUSE_SIGNED_OFF_SECURITY',
        ],
        [DECISION_EXTENSION]: { ...input.decision, expiresAt: '2026-02-01T00:00:00.000Z' },
      },
    });
  });

  it.each(['prevented', 'awaiting', 'invalid'] as const)(
    'says FAILED for %s, even where the gate only watches',
    (outcome) => {
      const decision = { ...input.decision, outcome, enforced: false, allowed: true, expiresAt: null };
      const { predicate } = verificationStatement({ ...input, decision });
      expect(predicate.verificationResult).toBe('FAILED');
      expect(predicate.verifiedLevels).toEqual(['FAILED']);
      expect(predicate[DECISION_EXTENSION].expiresAt).toBeNull();
    },
  );

  it('does not hide that emergency access allowed it', () => {
    const { predicate } = verificationStatement({ ...input, emergency: true, signedRoles: [] });
    expect(predicate.verifiedLevels).toEqual(['GATEHOUSE_TIER_HIGH', 'GATEHOUSE_EMERGENCY_ACCESS']);
  });

  it('claims no level of another framework', () => {
    expect(
      verificationStatement(input).predicate.verifiedLevels.some((level) => level.startsWith('SLSA_')),
    ).toBe(false);
  });

  it('needs a subject with a digest', () => {
    expect(() => verificationStatement({ ...input, subjects: [] })).toThrow(RangeError);
    expect(() => verificationStatement({ ...input, subjects: [{ name: 'x', digest: 'latest' }] })).toThrow(
      RangeError,
    );
  });

  it('reads digests strictly', () => {
    expect(digestSet(`sha512:${'0'.repeat(128)}`)).toEqual({ sha512: '0'.repeat(128) });
    for (const digest of [
      '',
      'sha256:',
      'sha256:ab',
      `SHA256:${'ab'.repeat(32)}`,
      `md5:${'ab'.repeat(16)}`,
      `${DIGEST}:x`,
    ]) {
      expect(() => digestSet(digest)).toThrow(RangeError);
    }
  });

  it('escapes names in the address of the resource', () => {
    expect(resourceUri('https://g', 'a/b', 'c&d')).toBe('https://g/apis/a%2Fb?environment=c%26d');
  });
});
