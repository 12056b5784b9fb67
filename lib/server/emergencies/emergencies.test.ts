import { describe, expect, it } from 'vitest';
import { gate, must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

const open = (person: TestPerson, api: string, environment = 'production') =>
  person.api.post('/emergencies', {
    json: {
      api,
      environment,
      reason: 'Customers cannot pay',
      incidentUrl: 'https://incidents.example.com/7',
    },
  });
const review = (person: TestPerson, id: string, outcome = 'justified') =>
  person.api.post(`/emergencies/${id}/review`, { json: { outcome, comment: 'Looked at the log' } });

describe('emergency access', () => {
  it('lets one recorded deployment through within the hour, and no second', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const opened = must(await open(org.anna, api), 201);
    expect(opened).toMatchObject({ state: 'open', team: org.a, openedBy: org.anna.email, usedAt: null });
    expect(Date.parse(opened.expiresAt) - Date.parse(opened.openedAt)).toBe(3_600_000);
    expect(await gate(org.dev, api)).toMatchObject({
      outcome: 'allowed',
      codes: ['review.none', 'emergency.active'],
    });
    const ci = await world.service('ci', 'gate:read', 'deployments:write');
    const ask = async () =>
      must(await ci.api.post('/gate', { json: { api, environment: 'production' } }), 200);
    const first = await ask();
    expect(first.outcome).toBe('allowed');
    expect((await ask()).outcome).toBe('prevented');
    const used = (await org.auditor.api.get(`/emergencies/${opened.id}`)).json;
    expect(used).toMatchObject({ state: 'used', decisionId: first.decisionId });
    const { items } = must(
      await org.auditor.api.get('/audit', { query: { subject: api, action: 'emergency.used' } }),
      200,
    );
    expect(items).toMatchObject([{ subjects: [opened.id, api, 'production', first.decisionId] }]);
  });

  it('is used once however many ask at the same time', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    must(await open(org.mona, api), 201);
    const ci = await world.service('ci', 'gate:read');
    const asked = await Promise.all(
      Array.from({ length: 10 }, () => ci.api.post('/gate', { json: { api, environment: 'production' } })),
    );
    expect(asked.filter(({ json }) => json.outcome === 'allowed')).toHaveLength(1);
  });

  it('is opened by managers and approvers of the owning team and by administrators', async () => {
    const org = await world.organisation();
    for (const person of [org.mona, org.anna, org.admin]) {
      const { id } = must(await open(person, await ownedApi(org)), 201);
      must(await review(org.sam, id), 200);
    }
    const api = await ownedApi(org);
    for (const person of [org.dev, org.paul, org.olga, org.sam, org.nina, org.auditor]) {
      expect((await open(person, api)).status).toBe(403);
    }
    expect((await open(org.mona, api, 'nowhere')).status).toBe(404);
    expect((await open(org.mona, 'no-such-api')).status).toBe(404);
    const bad = { api, environment: 'production', reason: '', incidentUrl: 'ticket 7' };
    expect((await org.mona.api.post('/emergencies', { json: bad })).status).toBe(422);
  });

  it('is not opened again for the team before the last one is reviewed', async () => {
    const org = await world.organisation();
    const [one, two] = [await ownedApi(org), await ownedApi(org)];
    const { id } = must(await open(org.mona, one), 201);
    for (const api of [one, two]) {
      expect(await open(org.anna, api)).toMatchObject({
        status: 409,
        json: { code: 'emergency.unreviewed' },
      });
    }
    const page = (await org.anna.api.get(`/emergencies`, { query: { team: org.a } })).json;
    expect(page.items[0].rights.review).toEqual({ allowed: true });
    must(await review(org.anna, id, 'unjustified'), 200);
    must(await open(org.anna, two), 201);
  });

  it('is opened once when two APIs of a team ask at the same time', async () => {
    const org = await world.organisation();
    const apis = [];
    for (let at = 0; at < 5; at += 1) apis.push(await ownedApi(org));
    const answers = await Promise.all(apis.map((api) => open(org.mona, api)));
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
  });

  it('is reviewed once, by somebody else, and then ends', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id } = must(await open(org.admin, api), 201);
    expect(await review(org.admin, id)).toMatchObject({ status: 403, json: { code: 'emergency.opener' } });
    expect((await review(org.dev, id)).status).toBe(403);
    expect((await review(org.auditor, id)).status).toBe(403);
    expect(
      (await org.sam.api.post(`/emergencies/${id}/review`, { json: { outcome: 'fine', comment: 'x' } }))
        .status,
    ).toBe(422);
    const reviewed = must(await review(org.paul, id), 200);
    expect(reviewed).toMatchObject({
      state: 'reviewed',
      outcome: 'justified',
      reviewedBy: org.paul.email,
      comment: 'Looked at the log',
    });
    expect((await gate(org.dev, api)).outcome).toBe('prevented');
    expect(await review(org.sam, id)).toMatchObject({ status: 409, json: { code: 'emergency.reviewed' } });
  });

  it('ends after an hour, keeps its mark, and is listed by state', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id } = must(await open(org.mona, api), 201);
    await world.database.pool.query(
      `UPDATE emergencies SET opened_at = opened_at - interval '61 minutes', expires_at = expires_at - interval '61 minutes' WHERE id = $1`,
      [id],
    );
    expect((await gate(org.dev, api)).outcome).toBe('prevented');
    const ids = async (state: string) =>
      must(await org.auditor.api.get('/emergencies', { query: { api, state } }), 200).items.map(
        (one: { id: string }) => one.id,
      );
    expect([await ids('open'), await ids('lapsed'), await ids('used'), await ids('reviewed')]).toEqual([
      [],
      [id],
      [],
      [],
    ]);
    expect((await open(org.mona, api)).json.code).toBe('emergency.unreviewed');
    must(await review(org.anna, id), 200);
    expect([await ids('lapsed'), await ids('reviewed')]).toEqual([[], [id]]);
    const csv = await org.auditor.api.get('/emergencies', {
      query: { api },
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.trim().split('\n')).toHaveLength(2);
  });
});
