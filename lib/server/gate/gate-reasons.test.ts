import { afterEach, describe, expect, it } from 'vitest';
import { REASON_CODES } from '#lib/domain/gate/reason-codes.ts';
import type { ReasonCode } from '#lib/domain/gate/reason-codes.ts';
import {
  HIGH,
  LOW,
  act,
  gate,
  must,
  ownedApi,
  requestReview,
  signedReview,
  submittedReview,
  upload,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';

// Every reason the gate can give, met over HTTP at the stage of work where it appears.

const world = useReviewWorld();
const seen = new Set<string>();

const ask = async (org: Organisation, query: Record<string, string>) => {
  const decision = must(
    await org.nina.api.get('/gate', { query: { environment: 'production', ...query } }),
    200,
  );
  for (const { code, message, url } of decision.reasons) {
    seen.add(code);
    expect(message).toMatch(/\w.*\.$/su);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:3000\//);
  }
  return decision;
};
async function codes(org: Organisation, api: string, environment = 'production'): Promise<ReasonCode[]> {
  return (await ask(org, { api, environment })).reasons.map((reason: { code: ReasonCode }) => reason.code);
}
const peopleFor = async (org: Organisation, api: string, code: ReasonCode): Promise<string[]> =>
  (await ask(org, { api })).reasons.find((reason: { code: string }) => reason.code === code).unblockers;
const execute = (text: string, values: unknown[]) => world.database.pool.query(text, values);
const putEnvironment = async (org: Organisation, slug: string, more: Record<string, unknown> = {}) => {
  const json = { name: 'Production', order: 30, gate: 'enforce', ...more };
  must(await org.admin.api.put(`/environments/${slug}`, { json }), 200);
};

describe('what is unknown', () => {
  it('is invalid, blocked in every mode of the gate, and never recorded as allowed', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const missing = randomSlug('nothing');
    for (const environment of ['production', 'staging', 'development']) {
      expect(await ask(org, { api: missing, environment })).toMatchObject({
        outcome: 'invalid',
        allowed: false,
        enforced: true,
        revision: null,
        reasons: [{ code: 'api.unknown' }],
      });
      const revision = `sha256:${'0'.repeat(64)}`;
      expect(await ask(org, { api, environment, revision })).toMatchObject({
        outcome: 'invalid',
        allowed: false,
        reasons: [{ code: 'revision.unknown' }],
      });
      const recorded = must(await org.dev.api.post('/gate', { json: { api: missing, environment } }), 200);
      expect(recorded).toMatchObject({ outcome: 'invalid', allowed: false, decisionId: expect.any(String) });
      expect(recorded.attestation).toBeUndefined();
    }
    expect(await ask(org, { api, environment: missing })).toMatchObject({
      outcome: 'invalid',
      reasons: [{ code: 'environment.unknown' }],
    });
    expect((await codes(org, missing, missing)).toSorted()).toEqual(['api.unknown', 'environment.unknown']);
  });
});

describe('on the way to a permission', () => {
  it('each stage names what is missing and who can give it', async () => {
    const org = await world.organisation();
    const api = randomSlug('api');
    const json = { slug: api, name: api, kind: 'rest', lifecycle: 'production', ...HIGH };
    must(await org.nina.api.post('/apis', { json }), 201);
    expect(await codes(org, api)).toEqual(['revision.none', 'owner.none', 'review.none']);

    must(await org.nina.api.post(`/apis/${api}/ownership`, { json: { team: org.a } }), 200);
    expect(await codes(org, api)).toEqual(['revision.none', 'owner.offered', 'review.none']);
    expect(await peopleFor(org, api, 'owner.offered')).toEqual([org.mona.email]);

    must(await org.mona.api.post(`/apis/${api}/ownership/accept`, { json: {} }), 200);
    await upload(org.dev, api, sampleDescription());
    expect(await codes(org, api)).toEqual(['review.none']);
    expect((await peopleFor(org, api, 'review.none')).toSorted()).toEqual(
      [org.alex.email, org.anna.email, org.mona.email].toSorted(),
    );

    await execute(
      `UPDATE revisions SET scan_state = 'pending' WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
      [api],
    );
    expect(await codes(org, api)).toContain('scan.pending');
    await execute(
      `UPDATE revisions SET scan_state = 'done' WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
      [api],
    );

    const draft = await requestReview(org.dev, api);
    expect(await codes(org, api)).toEqual(['review.none']);
    expect(await peopleFor(org, api, 'review.none')).toEqual([org.dev.email]);
    must(await act(org.dev, draft.id, 'withdraw'), 200);

    const review = await submittedReview(org, api);
    expect(await ask(org, { api })).toMatchObject({
      outcome: 'awaiting',
      allowed: false,
      reasons: [{ code: 'review.open' }],
    });
    must(await act(org.anna, review.id, 'request-changes', { comment: 'Say why' }), 200);
    expect(await codes(org, api)).toEqual(['review.changes-requested']);
    expect(await peopleFor(org, api, 'review.changes-requested')).toEqual([org.dev.email]);
    must(await act(org.dev, review.id, 'submit'), 200);

    must(await act(org.anna, review.id, 'approve'), 200);
    expect(await ask(org, { api })).toMatchObject({
      outcome: 'awaiting',
      reasons: [{ code: 'review.open' }, { code: 'signoff.missing-role' }],
    });
    expect((await peopleFor(org, api, 'signoff.missing-role')).toSorted()).toEqual(
      expect.arrayContaining([org.sam.email, org.sue.email]),
    );
    must(await act(org.sam, review.id, 'approve'), 200);
    const allowed = await ask(org, { api });
    expect(allowed).toMatchObject({ outcome: 'allowed', allowed: true, enforced: true, reasons: [] });
    expect(Date.parse(allowed.expiresAt) - Date.parse(allowed.evaluatedAt)).toBeGreaterThan(89 * 86_400_000);
  });

  it('a rejection stands until another review is submitted', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api);
    must(await act(org.anna, review.id, 'reject', { comment: 'Not like this' }), 200);
    expect(await codes(org, api)).toEqual(['review.rejected']);
    await submittedReview(org, api);
    expect(await codes(org, api)).toEqual(['review.open']);
  });
});

describe('what was signed', () => {
  async function signed(
    fields: Record<string, unknown> = LOW,
  ): Promise<[Organisation, string, { id: string }]> {
    const org = await world.organisation();
    const api = await ownedApi(org, fields);
    const review = await signedReview(org, api);
    expect(await codes(org, api)).toEqual([]);
    return [org, api, review];
  }

  it('runs out', async () => {
    const [org, api, { id }] = await signed();
    await execute(`UPDATE sign_offs SET expires_at = at + interval '1 millisecond' WHERE review_id = $1`, [
      id,
    ]);
    expect(await codes(org, api)).toEqual(['signoff.expired']);
  });

  it('does not cover another description, and the answer says which place changed', async () => {
    const [org, api] = await signed();
    await upload(org.dev, api, sampleDescription({ description: 'Reworded' }));
    expect(await codes(org, api)).toEqual([]);
    await upload(org.dev, api, sampleDescription({ extra: true }));
    const { reasons } = await ask(org, { api });
    expect(reasons).toMatchObject([{ code: 'signoff.material-change' }]);
    expect(reasons[0].message).toContain('DELETE /shelves');
  });

  it('does not survive a change of hands, a new checklist, or being taken back', async () => {
    const [org, api] = await signed();
    const other = await ownedApi(org);
    const { id } = await signedReview(org, other);
    must(await org.paul.api.post(`/apis/${api}/ownership`, { json: { team: org.b } }), 200);
    expect(await codes(org, api)).toEqual(['signoff.owner-changed']);
    must(await act(org.sam, id, 'sign-offs/revoke', { reason: 'Signed by mistake' }), 200);
    expect(await codes(org, other)).toEqual(['signoff.revoked']);
    const third = await ownedApi(org);
    await signedReview(org, third);
    const { items, title } = must(await org.sam.api.get('/checklists'), 200).items[0];
    must(await org.sam.api.post('/checklists', { json: { title, items: items.slice(1) } }), 201);
    expect(await codes(org, third)).toEqual(['signoff.checklist-changed']);
  });

  it('needs an owner who is still there and was confirmed', async () => {
    const [org, api] = await signed();
    await execute(`UPDATE apis SET owner_confirmed_at = now() - interval '181 days' WHERE slug = $1`, [api]);
    expect(await codes(org, api)).toEqual(['owner.attestation-expired']);
    expect(await peopleFor(org, api, 'owner.attestation-expired')).toEqual([org.mona.email]);
    for (const { email } of [org.mona, org.anna, org.alex, org.paul])
      must(await org.admin.api.patch(`/people/${email}`, { json: { active: false } }), 200);
    expect((await codes(org, api)).toSorted()).toEqual([
      'owner.attestation-expired',
      'owner.nobody-eligible',
    ]);
  });
});

describe('evidence', () => {
  it('blocks while a finding or an item is not met', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, { ...HIGH }, sampleDescription({ isOpen: true }));
    expect(await codes(org, api)).toEqual(['review.none', 'findings.blocking']);
    const people = await peopleFor(org, api, 'findings.blocking');
    expect(people).toEqual(expect.arrayContaining([org.anna.email, org.mona.email, org.sam.email]));
    const plain = await ownedApi(org);
    const review = await requestReview(org.dev, plain);
    const open = review.items.find((item: { prefilled: boolean }) => !item.prefilled);
    await submittedReview(org, plain, { answers: { [open.key]: 'no' } });
    expect((await codes(org, plain)).toSorted()).toEqual(['checklist.unmet', 'review.open']);
    expect((await gate(org.dev, plain)).outcome).toBe('prevented');
  });
});

describe('states that stop everything', () => {
  afterEach(async () => putEnvironment(await world.organisation(), 'production'));

  it('are a retired API and a frozen environment', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    await putEnvironment(org, 'production', { frozen: true });
    expect(await codes(org, api)).toEqual(['environment.frozen']);
    await putEnvironment(org, 'production');
    expect(await codes(org, api)).toEqual([]);
    must(await org.dev.api.patch(`/apis/${api}`, { json: { lifecycle: 'retired' } }), 200);
    expect(await codes(org, api)).toEqual(['lifecycle.retired']);
  });

  it('bend to emergency access, but not for what is retired or has no description', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const json = {
      api,
      environment: 'production',
      reason: 'Customers cannot pay',
      incidentUrl: 'https://incidents.example/7',
    };
    must(await org.anna.api.post('/emergencies', { json }), 201);
    expect(await ask(org, { api })).toMatchObject({
      outcome: 'allowed',
      reasons: [{ code: 'review.none' }, { code: 'emergency.active' }],
    });
    must(await org.dev.api.patch(`/apis/${api}`, { json: { lifecycle: 'retired' } }), 200);
    expect((await gate(org.dev, api)).outcome).toBe('prevented');
  });
});

describe('the mode of the gate', () => {
  it('decides whether the answer is obeyed, never what it is', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const answers = await Promise.all(
      ['production', 'staging', 'development'].map((environment) => ask(org, { api, environment })),
    );
    expect(answers.map(({ outcome, enforced, allowed }) => [outcome, enforced, allowed])).toEqual([
      ['prevented', true, false],
      ['prevented', false, true],
      ['prevented', false, true],
    ]);
    expect(answers.map(({ reasons }) => reasons.map((one: { code: string }) => one.code))).toEqual([
      ['review.none'],
      ['review.none', 'shadow'],
      ['review.none'],
    ]);
  });

  it('is told by every reason there is', () => {
    expect([...seen].toSorted()).toEqual([...REASON_CODES].toSorted());
  });
});
