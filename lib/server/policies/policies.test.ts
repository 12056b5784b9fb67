import { describe, expect, it } from 'vitest';
import { DEFAULT_POLICY } from '#lib/domain/policy/default-policy.ts';
import type { PolicyDocument } from '#lib/domain/policy/dto.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  gate,
  must,
  ownedApi,
  signedReview,
  submittedReview,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

const { version: _, ...DEFAULTS } = DEFAULT_POLICY;

/** The default document with something else for the tier low. */
const withLow = (change: Partial<PolicyDocument['tiers']['low']>): PolicyDocument => ({
  ...DEFAULTS,
  tiers: { ...DEFAULTS.tiers, low: { ...DEFAULTS.tiers.low, ...change } },
});

const put = (person: TestPerson, json: object, headers: Record<string, string> = {}) =>
  person.api.put('/policies/gate', { json, headers });
const preview = (person: TestPerson, json: object, query: Record<string, string> = {}) =>
  person.api.post('/policies/gate/preview', { json, query });

describe('the policy', () => {
  it('is what the product promises until security changes it, and keeps its history', async () => {
    const org = await world.organisation();
    const read = await org.auditor.api.get('/policies/gate');
    expect(read.json).toMatchObject({
      key: 'gate',
      version: 1,
      ...DEFAULTS,
      history: [],
      rights: { edit: { allowed: false } },
    });
    const changed = must(
      await put(org.sam, withLow({ signOffDays: 100 }), { 'if-match': read.headers.get('etag')! }),
      200,
    );
    expect(changed).toMatchObject({
      version: 2,
      createdBy: org.sam.email,
      tiers: { low: { signOffDays: 100 } },
      rights: { edit: { allowed: true } },
    });
    expect(changed.history).toMatchObject([
      { version: 1, createdBy: 'system', tiers: { low: { signOffDays: 365 } } },
    ]);
    expect((await put(org.sue, DEFAULTS, { 'if-match': read.headers.get('etag')! })).status).toBe(412);
    const signed = await signedReview(org, await ownedApi(org));
    expect(Date.parse(signed.approvals[0].expiresAt) - Date.parse(signed.approvals[0].at)).toBe(
      100 * 86_400_000,
    );
    expect(must(await put(org.sue, DEFAULTS), 200).version).toBe(3);
    expect(must(await put(org.sue, DEFAULTS), 200).version).toBe(3);
  });

  it('acts at once on what the gate says', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    must(await put(org.sam, withLow({ signOffs: ['owner', 'security'] })), 200);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'prevented', codes: ['signoff.missing-role'] });
    const { rows } = await world.database.pool.query(
      'SELECT bool_and(refresh_at <= now()) AS due FROM posture',
    );
    expect(rows).toEqual([{ due: true }]);
    must(await put(org.sam, DEFAULTS), 200);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
  });

  it('shows what it would change before it is made, and changes nothing by that', async () => {
    const org = await world.organisation();
    const [signed, waiting] = [await ownedApi(org), await ownedApi(org)];
    await signedReview(org, signed);
    await submittedReview(org, waiting);
    const risky = await ownedApi(org, { criticality: 'high' }, sampleDescription({ isOpen: true }));
    for (const person of [org.sam, org.auditor]) {
      const effect = must(await preview(person, withLow({ signOffs: ['owner', 'security'] })), 200);
      const total = (counts: Record<string, number>) =>
        Object.values(counts).reduce((sum, count) => sum + count, 0);
      expect([total(effect.before), total(effect.after)]).toEqual([effect.apis, effect.apis]);
      const row = effect.changes.find(({ api }: { api: string }) => api === signed);
      expect(row).toMatchObject({
        team: org.a,
        tier: 'low',
        before: 'allowed',
        after: 'prevented',
        added: ['signoff.missing-role'],
        removed: [],
      });
      const others = effect.changes.map(({ api }: { api: string }) => api);
      expect(others).not.toContain(waiting);
      expect(others).not.toContain(risky);
      expect(effect.changed).toBe(effect.changes.length);
    }
    expect((await gate(org.dev, signed)).outcome).toBe('allowed');
    expect(must(await preview(org.sam, withLow({ signOffDays: 10 })), 200)).toMatchObject({
      changed: 0,
      changes: [],
    });
    expect((await preview(org.sam, DEFAULTS, { environment: 'nowhere' })).status).toBe(404);
    expect((await preview(org.sam, { attestationDays: 1 })).status).toBe(422);
  });

  it('is changed by security alone', async () => {
    const org = await world.organisation();
    for (const person of [org.dev, org.mona, org.admin, org.auditor]) {
      expect((await put(person, withLow({ signOffDays: 1 }))).status).toBe(403);
    }
    expect((await org.sam.api.get('/policies/unknown')).status).toBe(404);
    expect((await org.sam.api.put('/policies/unknown', { json: DEFAULTS })).status).toBe(404);
    expect((await org.sam.api.post('/policies/unknown/preview', { json: DEFAULTS })).status).toBe(404);
  });

  it.each([
    ['no owner’s sign-off', withLow({ signOffs: ['security'] })],
    ['no sign-off', withLow({ signOffs: [] })],
    ['no blocking severity', withLow({ blockingSeverities: [] })],
    ['a lesser severity that blocks without the graver one', withLow({ blockingSeverities: ['high'] })],
    ['sign-offs for ever', withLow({ signOffDays: 100_000 })],
    ['half a day', withLow({ exceptionMaxDays: 0.5 })],
    [
      'a graver finding due later',
      withLow({ findingDueDays: { critical: 30, high: 10, medium: null, low: null } }),
    ],
    ['a missing tier', { ...DEFAULTS, tiers: { low: DEFAULTS.tiers.low } }],
    ['a version of its own', { ...DEFAULTS, version: 7 }],
  ])('is refused with %s', async (_name, json) => {
    const sam = await world.person('sam', 'security');
    expect((await put(sam, json)).status).toBe(422);
  });
});
