import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import { LOW, gate, must, ownedApi, signedReview, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

async function unownedApi(person: TestPerson): Promise<string> {
  const slug = randomSlug('api');
  must(
    await person.api.post('/apis', {
      json: { slug, name: slug, kind: 'rest', lifecycle: 'production', ...LOW },
    }),
    201,
  );
  return slug;
}

const offer = (person: TestPerson, api: string, team: string) =>
  person.api.post(`/apis/${api}/ownership`, { json: { team } });
const answer = (person: TestPerson, api: string, verb: 'accept' | 'decline' | 'attest', json = {}) =>
  person.api.post(`/apis/${api}/ownership/${verb}`, { json });
const ownerOf = async (person: TestPerson, api: string) =>
  must(await person.api.get(`/apis/${api}`), 200).owner;
const eventsOf = async (org: Organisation, subject: string) =>
  must(await org.auditor.api.get('/audit', { query: { subject, sort: 'seq' } }), 200).items.map(
    (event: { action: string; actor: string; subjects: string[]; data: unknown }) => event,
  );

describe('an API that nobody owns', () => {
  it('is offered by who registered it, and belongs to the team once a manager of it accepts', async () => {
    const org = await world.organisation();
    const api = await unownedApi(org.nina);
    expect(await gate(org.nina, api)).toMatchObject({
      outcome: 'prevented',
      codes: ['revision.none', 'owner.none', 'review.none'],
    });
    const offered = must(await offer(org.nina, api, org.a), 200);
    expect(offered.owner).toMatchObject({ team: org.a, state: 'offered', confirmedAt: null });
    expect((await gate(org.nina, api)).codes).toContain('owner.offered');
    expect((await answer(org.dev, api, 'accept')).status).toBe(403);
    expect((await answer(org.anna, api, 'accept')).status).toBe(403);
    expect((await answer(org.olga, api, 'accept')).status).toBe(403);
    expect((await answer(org.admin, api, 'accept')).status).toBe(403);
    const accepted = must(await answer(org.mona, api, 'accept'), 200);
    expect(accepted.owner).toMatchObject({ team: org.a, state: 'accepted', offer: null });
    expect(accepted.owner.since).toBe(accepted.owner.confirmedAt);
    expect((await gate(org.nina, api)).codes).not.toContain('owner.none');
    // Who registered it has no right left.
    expect((await org.nina.api.patch(`/apis/${api}`, { json: { name: 'Mine' } })).status).toBe(403);
    expect((await answer(org.mona, api, 'accept')).json).toMatchObject({
      status: 409,
      code: 'ownership.no-offer',
    });
  });

  it('is accepted by a manager above the team as well, and declined without a trace but in the log', async () => {
    const org = await world.organisation();
    const [first, second] = [await unownedApi(org.nina), await unownedApi(org.nina)];
    must(await offer(org.nina, first, org.a), 200);
    must(await offer(org.nina, second, org.a), 200);
    expect(must(await answer(org.paul, first, 'accept'), 200).owner.state).toBe('accepted');
    expect((await answer(org.olga, second, 'decline')).status).toBe(403);
    const declined = must(await answer(org.mona, second, 'decline', { comment: 'Not ours' }), 200);
    expect(declined.owner).toMatchObject({ team: null, state: 'none', since: null });
    expect((await eventsOf(org, second)).at(-1)).toMatchObject({
      action: 'ownership.declined',
      actor: org.mona.email,
      subjects: [second, org.a],
      data: { comment: 'Not ours' },
    });
    expect((await answer(org.mona, second, 'decline')).json.code).toBe('ownership.no-offer');
  });

  it('is taken by a manager in one step, and offered by nobody who has nothing to do with it', async () => {
    const org = await world.organisation();
    const api = await unownedApi(org.nina);
    expect((await offer(org.dev, api, org.a)).status).toBe(403);
    expect((await offer(org.auditor, api, org.a)).status).toBe(403);
    expect((await offer(org.nina, api, randomSlug('nowhere'))).status).toBe(404);
    expect((await offer(org.nina, randomSlug('nothing'), org.a)).status).toBe(404);
    expect(must(await offer(org.olga, api, org.b), 200).owner).toMatchObject({
      team: org.b,
      state: 'accepted',
    });
  });

  it('can be offered to another team before anybody accepts', async () => {
    const org = await world.organisation();
    const api = await unownedApi(org.nina);
    must(await offer(org.nina, api, org.a), 200);
    must(await offer(org.nina, api, org.b), 200);
    expect((await answer(org.mona, api, 'accept')).status).toBe(403);
    expect(must(await answer(org.olga, api, 'accept'), 200).owner.team).toBe(org.b);
    const events = await eventsOf(org, api);
    expect(events.map((event: { action: string }) => event.action)).toEqual([
      'api.registered',
      'ownership.offered',
      'ownership.offered',
      'ownership.accepted',
    ]);
    expect(events[2].data).toEqual({ from: null, to: org.b, before: org.a });
  });
});

describe('a hand-over', () => {
  it('keeps the owner until the other side accepts, and is written down with both sides', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'allowed', codes: [] });
    for (const person of [org.dev, org.anna, org.olga, org.admin, org.sam])
      expect((await offer(person, api, org.b)).status).toBe(403);
    const offered = must(await offer(org.mona, api, org.b), 200);
    expect(offered.owner).toMatchObject({
      team: org.a,
      state: 'accepted',
      offer: { team: org.b, by: org.mona.email },
    });
    expect(await gate(org.dev, api)).toEqual({ outcome: 'allowed', codes: [] });
    must(await answer(org.olga, api, 'accept'), 200);
    expect(await gate(org.dev, api)).toMatchObject({
      outcome: 'prevented',
      codes: ['signoff.owner-changed'],
    });
    expect((await eventsOf(org, api)).at(-1)).toMatchObject({
      action: 'ownership.handed-over',
      actor: org.olga.email,
      subjects: [api, org.b, org.a],
      data: { from: org.a, to: org.b },
    });
  });

  it('there and back does not bring the signature back', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    must(await offer(org.paul, api, org.b), 200);
    must(await offer(org.paul, api, org.a), 200);
    expect(await ownerOf(org.dev, api)).toMatchObject({ team: org.a, state: 'accepted' });
    expect(await gate(org.dev, api)).toMatchObject({
      outcome: 'prevented',
      codes: ['signoff.owner-changed'],
    });
  });

  it('to the team that owns it already is a conflict', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    expect((await offer(org.mona, api, org.a)).json).toMatchObject({
      status: 409,
      code: 'ownership.already-owner',
    });
  });

  it('is accepted once, however many accept', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    must(await offer(org.mona, api, org.b), 200);
    const answers = await Promise.all(Array.from({ length: 16 }, () => answer(org.olga, api, 'accept')));
    expect(countStatuses(answers)).toEqual({ 200: 1, 409: 15 });
    const { terms } = must(await org.olga.api.get(`/apis/${api}/ownership`), 200);
    expect(
      terms.map(({ team, endedAt }: { team: string; endedAt: unknown }) => [team, endedAt !== null]),
    ).toEqual([
      [org.b, false],
      [org.a, true],
    ]);
  });
});

describe('a confirmation', () => {
  it('is a manager’s, and starts the period anew', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await world.database.pool.query(
      `UPDATE apis SET owner_confirmed_at = now() - interval '181 days' WHERE slug = $1`,
      [api],
    );
    expect((await gate(org.dev, api)).codes).toContain('owner.attestation-expired');
    for (const person of [org.dev, org.anna, org.olga, org.admin, org.sam])
      expect((await answer(person, api, 'attest')).status).toBe(403);
    const before = must(await org.dev.api.get(`/apis/${api}`), 200);
    expect(before.ownership).toBe('stale');
    const after = must(await answer(org.paul, api, 'attest'), 200);
    expect(after).toMatchObject({ ownership: 'owned', owner: { since: before.owner.since } });
    expect((await gate(org.dev, api)).codes).not.toContain('owner.attestation-expired');
    expect((await eventsOf(org, api)).at(-1)).toMatchObject({
      action: 'ownership.attested',
      data: { before: before.owner.confirmedAt },
    });
    const unowned = await unownedApi(org.nina);
    expect((await answer(org.mona, unowned, 'attest')).json).toMatchObject({
      status: 409,
      code: 'ownership.not-owned',
    });
  });
});

describe('many APIs at once', () => {
  it('happen where they may, and are refused one by one where they may not', async () => {
    const org = await world.organisation();
    const [owned, foreign, mine] = [await ownedApi(org), await ownedApi(org), await unownedApi(org.mona)];
    must(await offer(org.paul, foreign, org.b), 200);
    const unknown = randomSlug('nothing');
    const sent = { apis: [owned, foreign, mine, unknown, mine], team: org.b };
    const result = must(await org.mona.api.post('/ownership/bulk', { json: sent }), 200);
    const outcomes = Object.fromEntries(
      result.results.map((one: { api: string; outcome: string; code?: string }) => [
        one.api,
        one.code ?? one.outcome,
      ]),
    );
    expect(outcomes).toEqual({
      [owned]: 'offered',
      [foreign]: 'forbidden',
      [mine]: 'offered',
      [unknown]: 'not-found',
    });
    expect(result).toMatchObject({ accepted: 0, offered: 2, refused: 2 });
    expect(await ownerOf(org.dev, foreign)).toMatchObject({ team: org.b, state: 'accepted', offer: null });
    const taken = must(
      await org.paul.api.post('/ownership/bulk', { json: { apis: [owned, mine], team: org.b } }),
      200,
    );
    expect(taken).toMatchObject({ accepted: 2, offered: 0, refused: 0 });
    expect((await eventsOf(org, foreign)).at(-1).action).toBe('ownership.handed-over');
  });

  it('are refused one by one when the team does not exist', async () => {
    const org = await world.organisation();
    const json = { apis: [await ownedApi(org)], team: randomSlug('nowhere') };
    expect(must(await org.mona.api.post('/ownership/bulk', { json }), 200)).toMatchObject({
      refused: 1,
      results: [{ code: 'not-found' }],
    });
    expect((await org.mona.api.post('/ownership/bulk', { json: { ...json, apis: [] } })).status).toBe(422);
  });

  it('do not wait for each other in a circle', async () => {
    const org = await world.organisation();
    const apis = await Promise.all(Array.from({ length: 6 }, () => unownedApi(org.paul)));
    const give = (order: string[], team: string) =>
      org.paul.api.post('/ownership/bulk', { json: { apis: order, team } });
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => give(at % 2 ? apis : apis.toReversed(), at % 2 ? org.a : org.b)),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    const teams = await Promise.all(apis.map(async (api) => (await ownerOf(org.dev, api)).team));
    expect(new Set(teams).size).toBe(1);
  });
});
