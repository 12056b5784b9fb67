import { describe, expect, it } from 'vitest';
import { EXCEPTION_ACTIONS, EXCEPTION_TRANSITIONS } from '#lib/domain/exceptions/rules.ts';
import { EXCEPTION_STATES } from '#lib/domain/words.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  HIGH,
  act,
  gate,
  must,
  ownedApi,
  signedReview,
  submittedReview,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();
const DAY = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY).toISOString();

const propose = (person: TestPerson, api: string, target: object, days = 7) =>
  person.api.post('/exceptions', {
    json: { api, target, reason: 'A mend is on its way', expiresAt: inDays(days) },
  });
const decide = (person: TestPerson, id: string, action: string, json: object = {}) =>
  person.api.post(`/exceptions/${id}/${action}`, { json });

/** What only the passing of time does otherwise. */
const end = (id: string) =>
  world.database.pool.query(`UPDATE exceptions SET expires_at = now() - interval '1 second' WHERE id = $1`, [
    id,
  ]);

async function blockingFinding(org: Organisation, api: string): Promise<string> {
  const { items } = must(
    await org.dev.api.get('/findings', { query: { api, sort: 'severity', state: 'open' } }),
    200,
  );
  expect(['critical', 'high']).toContain(items[0].severity);
  return items[0].id;
}

describe('an exception', () => {
  it('covers an item answered no until it ends, and shows there', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api, { answers: { 'function-authorisation': 'no' } });
    expect((await gate(org.dev, api)).codes).toContain('checklist.unmet');
    const proposed = must(await propose(org.dev, api, { item: 'function-authorisation' }), 201);
    expect(proposed).toMatchObject({ state: 'proposed', api, proposedBy: org.dev.email, decidedBy: null });
    expect(proposed.targetTitle).toMatch(/every operation check/);
    expect((await gate(org.dev, api)).codes).toContain('checklist.unmet');
    const active = must(await decide(org.sam, proposed.id, 'approve', { comment: 'Until the release' }), 200);
    expect(active).toMatchObject({ state: 'active', decidedBy: org.sam.email, comment: 'Until the release' });
    expect(await gate(org.dev, api)).toEqual({ outcome: 'awaiting', codes: ['review.open'] });
    const item = (await org.anna.api.get(`/reviews/${review.id}`)).json.items.find(
      ({ key }: { key: string }) => key === 'function-authorisation',
    );
    expect(item).toMatchObject({ answer: 'no', exceptionId: proposed.id });
    must(await act(org.anna, review.id, 'approve'), 200);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
    await end(proposed.id);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'prevented', codes: ['checklist.unmet'] });
    expect((await org.dev.api.get(`/exceptions/${proposed.id}`)).json.state).toBe('expired');
  });

  it('covers a finding that blocks, and no longer once it is revoked', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    await signedReview(org, api, { answers: {} });
    const codes = async () => (await gate(org.dev, api)).codes;
    expect(await codes()).toContain('findings.blocking');
    const ids: string[] = [];
    while ((await codes()).includes('findings.blocking')) {
      const { items } = must(await org.dev.api.get('/findings', { query: { api, sort: 'severity' } }), 200);
      const next = items[ids.length];
      const { id } = must(await propose(org.dev, api, { finding: next.id }, 30), 201);
      must(await decide(org.sue, id, 'approve'), 200);
      ids.push(id);
    }
    expect(ids.length).toBeGreaterThan(0);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
    must(await decide(org.sam, ids[0]!, 'revoke', { comment: 'It was used by others' }), 200);
    expect(await codes()).toContain('findings.blocking');
  });

  it('ends when its finding is rated more severe than it was accepted, and not before', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const ci = await world.service('ci', 'revisions:write');
    const report = async (score: string) => {
      const result = { ruleId: 'R', message: { text: 'Found' }, properties: { 'security-severity': score } };
      const json = { version: '2.1.0', runs: [{ tool: { driver: { name: 'outside' } }, results: [result] }] };
      must(await ci.api.post(`/apis/${api}/findings/import`, { json }), 200);
    };
    await report('7.5');
    const { items } = must(await org.dev.api.get('/findings', { query: { api, source: 'outside' } }), 200);
    const { id } = must(await propose(org.dev, api, { finding: items[0].id }), 201);
    must(await decide(org.sam, id, 'approve'), 200);
    for (const score of ['7.5', '5.0', '7.5']) {
      await report(score);
      expect((await org.dev.api.get(`/exceptions/${id}`)).json.state).toBe('active');
      expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    }
    await report('9.8');
    expect((await org.dev.api.get(`/exceptions/${id}`)).json).toMatchObject({
      state: 'revoked',
      comment: 'The finding is rated critical now; it was accepted as high.',
    });
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    const query = { subject: id, action: 'exception.revoked' };
    expect(must(await org.auditor.api.get('/audit', { query }), 200).total).toBe(1);
  });

  it('is decided by security, never by whoever proposed it, and not by being an administrator', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id } = must(await propose(org.sam, api, { item: 'function-authorisation' }), 201);
    expect(await decide(org.sam, id, 'approve')).toMatchObject({
      status: 403,
      json: { code: 'exception.proposer' },
    });
    for (const person of [org.admin, org.mona, org.anna, org.dev, org.auditor]) {
      expect((await decide(person, id, 'approve')).status).toBe(403);
    }
    const shown = (await org.sam.api.get(`/exceptions/${id}`)).json.rights;
    expect(shown).toMatchObject({ approve: { allowed: false }, revoke: { allowed: true } });
    must(await decide(org.sue, id, 'approve'), 200);
  });

  it('is proposed by the owning team or security', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const target = { item: 'function-authorisation' };
    for (const person of [org.dev, org.anna, org.mona, org.sam])
      must(await propose(person, api, target), 201);
    for (const person of [org.nina, org.olga, org.admin, org.auditor]) {
      expect((await propose(person, api, target)).status).toBe(403);
    }
  });

  it('names exactly one target of this API and ends within the longest of the tier', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    const other = await ownedApi(org);
    const finding = await blockingFinding(org, api);
    const pointer = async (slug: string, target: object, days = 7) => {
      const refused = await propose(org.dev, slug, target, days);
      return [refused.status, refused.json.errors?.[0]?.pointer];
    };
    expect(await pointer(api, {})).toEqual([422, '/target']);
    expect(await pointer(api, { finding, item: 'function-authorisation' })).toEqual([422, '/target']);
    expect(await pointer(api, { item: 'no-such-item' })).toEqual([422, '/target/item']);
    expect(await pointer(other, { finding })).toEqual([422, '/target/finding']);
    expect(await pointer(api, { finding }, 61)).toEqual([422, '/expiresAt']);
    expect(await pointer(api, { finding }, -1)).toEqual([422, '/expiresAt']);
    expect((await propose(org.dev, 'no-such-api', { finding })).status).toBe(404);
    must(await propose(org.dev, api, { finding }, 60), 201);
  });

  it('is not approved any more when the tier has risen above its length', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id } = must(await propose(org.dev, api, { item: 'function-authorisation' }, 180), 201);
    must(
      await org.mona.api.patch(`/apis/${api}`, { json: { exposure: 'public', dataClass: 'restricted' } }),
      200,
    );
    expect(await decide(org.sam, id, 'approve')).toMatchObject({
      status: 409,
      json: { code: 'exception.too-long' },
    });
    must(await decide(org.sam, id, 'reject'), 200);
  });

  it('takes only the steps of the table, from every state', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const way = {
      proposed: [],
      active: ['approve'],
      expired: ['approve'],
      rejected: ['reject'],
      revoked: ['revoke'],
    } as const;
    for (const state of EXCEPTION_STATES) {
      for (const action of EXCEPTION_ACTIONS) {
        const { id } = must(await propose(org.dev, api, { item: 'function-authorisation' }), 201);
        for (const step of way[state]) must(await decide(org.sam, id, step), 200);
        if (state === 'expired') await end(id);
        const next = EXCEPTION_TRANSITIONS[state][action];
        const answer = await decide(org.sue, id, action);
        if (next === null) expect(answer).toMatchObject({ status: 409, json: { code: 'exception.state' } });
        else expect(answer).toMatchObject({ status: 200, json: { state: next } });
      }
    }
  });

  it('is listed by state, API and target', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const made = [];
    for (let at = 0; at < 4; at += 1)
      made.push(must(await propose(org.dev, api, { item: 'function-authorisation' }, at + 1), 201).id);
    const [active, rejected, expired, proposed] = made;
    must(await decide(org.sam, active, 'approve'), 200);
    must(await decide(org.sam, rejected, 'reject'), 200);
    await end(expired);
    const ids = async (query: Record<string, string | string[]>) =>
      must(await org.auditor.api.get('/exceptions', { query: { api, ...query } }), 200).items.map(
        ({ id }: { id: string }) => id,
      );
    expect(await ids({ state: 'active' })).toEqual([active]);
    expect(await ids({ state: 'rejected' })).toEqual([rejected]);
    expect(await ids({ state: 'expired' })).toEqual([expired]);
    expect(await ids({ state: ['proposed', 'active'], sort: 'expiresAt' })).toEqual([active, proposed]);
    expect(await ids({ item: 'other-item' })).toEqual([]);
    expect(await ids({ team: org.a })).toHaveLength(4);
    const page = must(
      await org.auditor.api.get('/exceptions', { query: { api, limit: 3, sort: '-expiresAt' } }),
      200,
    );
    expect(page).toMatchObject({ total: 4 });
    const rest = must(
      await org.auditor.api.get('/exceptions', {
        query: { api, limit: 3, sort: '-expiresAt', cursor: page.nextCursor },
      }),
      200,
    );
    const seen = [...page.items, ...rest.items].map(({ id }) => id);
    expect(seen).toEqual([proposed, rejected, active, expired]);
    expect((await org.auditor.api.get('/exceptions', { query: { state: 'asleep' } })).status).toBe(422);
    expect((await org.dev.api.get('/exceptions/6f9619ff-8b86-4d01-b42d-00cf4fc964ff')).status).toBe(404);
    const csv = await org.auditor.api.get('/exceptions', { query: { api }, headers: { accept: 'text/csv' } });
    expect(csv.text.trim().split('\n')).toHaveLength(5);
  });
});
