import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { mayApprove } from '#lib/domain/review/approve.ts';
import { findActorByEmail } from '../identity/find-actor.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  HIGH,
  act,
  answer,
  answerAll,
  must,
  ownedApi,
  requestReview,
  submittedReview,
  upload,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import type { TestPerson } from '../testing/test-world.ts';
import { loadReviews } from './load-reviews.ts';

const world = useReviewWorld();

const ids = async (person: TestPerson, query: Record<string, string | string[] | number>) =>
  must(await person.api.get('/reviews', { query: { limit: 200, ...query } }), 200).items.map(
    ({ id }: { id: string }) => id,
  );

/** Order does not matter where only membership does. */
const unordered = (values: string[]) => new Set(values);

/** Reviews in every relation to the people of the organisation. */
async function variety(org: Organisation) {
  const low = await ownedApi(org);
  const high = await ownedApi(org, HIGH);
  const plain = await submittedReview(org, low);
  const forTwo = await submittedReview(org, high);
  const half = await submittedReview(org, await ownedApi(org, HIGH));
  must(await act(org.anna, half.id, 'approve'), 200);
  const draft = await requestReview(org.dev, await ownedApi(org));
  const byAnna = await submittedReview(org, await ownedApi(org), { requester: org.anna });
  const uploadedByAlex = await ownedApi(org);
  await upload(org.alex, uploadedByAlex, sampleDescription({ description: 'Alike' }));
  const ofAlex = await submittedReview(org, uploadedByAlex);
  const everybody = await requestReview(org.mona, await ownedApi(org));
  for (const [at, { key }] of everybody.items.entries())
    await answer(at % 2 ? org.anna : org.alex, everybody.id, key, 'yes');
  must(await act(org.mona, everybody.id, 'submit'), 200);
  const overtaken = await submittedReview(org, low, { environment: 'staging' });
  const later = await submittedReview(org, low, { environment: 'staging' });
  return { plain, forTwo, half, draft, byAnna, ofAlex, everybody, overtaken, later };
}

describe('what waits for somebody', () => {
  it('is what they could sign now, for everybody and every review', async () => {
    const org = await world.organisation();
    const made = await variety(org);
    await org.admin.api.put(`/teams/${org.root}/members/${org.sue.email}`, { json: { role: 'approver' } });
    const { db } = world.database;
    const all = await loadReviews(db, sql`true`);
    expect(all.length).toBeGreaterThanOrEqual(Object.keys(made).length);
    const people = Object.values(org).filter((one): one is TestPerson => typeof one === 'object');
    for (const person of people) {
      const actor = (await findActorByEmail(db, person.email))!.standing;
      const expected = all
        .filter(({ facts }) => 'role' in mayApprove({ ...facts, actor }))
        .map(({ id }) => id);
      const waiting = await ids(person, { waitingFor: 'me' });
      expect([person.email, unordered(waiting)]).toEqual([person.email, unordered(expected)]);
    }
    const waiting = await ids(org.anna, { waitingFor: 'me' });
    expect(unordered(waiting)).toEqual(
      unordered([made.plain, made.forTwo, made.ofAlex, made.later].map(({ id }) => id)),
    );
    expect(await ids(org.paul, { waitingFor: 'me' })).toEqual([made.everybody.id]);
    expect(unordered(await ids(org.sam, { waitingFor: 'me' }))).toEqual(
      unordered([made.forTwo.id, made.half.id]),
    );
    expect(await ids(org.dev, { waitingFor: 'me' })).toEqual([]);
    expect(await ids(org.admin, { waitingFor: 'me' })).toEqual([]);
    expect(await ids(org.auditor, { waitingFor: 'me' })).toEqual([]);
  });
});

describe('the list of reviews', () => {
  it('filters by state, environment, API, team and requester', async () => {
    const org = await world.organisation();
    const { plain, forTwo, half, draft, byAnna, overtaken, later } = await variety(org);
    const team = org.a;
    expect(await ids(org.nina, { team, state: 'draft' })).toEqual([draft.id]);
    expect(unordered(await ids(org.nina, { team, environment: 'staging' }))).toEqual(
      unordered([overtaken.id, later.id]),
    );
    expect(await ids(org.nina, { api: forTwo.api.slug })).toEqual([forTwo.id]);
    expect(
      unordered(await ids(org.nina, { api: [plain.api.slug, half.api.slug], environment: 'production' })),
    ).toEqual(unordered([plain.id, half.id]));
    expect(await ids(org.anna, { requestedBy: 'me' })).toEqual([byAnna.id]);
    expect(await ids(org.nina, { team: org.b })).toEqual([]);
    const rows = must(
      await org.nina.api.get('/reviews', { query: { team, environment: 'staging', sort: 'createdAt' } }),
      200,
    ).items;
    expect(rows[0]).toMatchObject({
      id: overtaken.id,
      void: expect.stringMatching(/taken the place/),
      missingRoles: ['owner'],
    });
    expect(rows[1]).toMatchObject({
      id: later.id,
      void: null,
      answered: later.items.length,
      items: later.items.length,
    });
    const [signed] = must(await org.nina.api.get('/reviews', { query: { api: half.api.slug } }), 200).items;
    expect(signed.missingRoles).toEqual(['security']);
  });

  it('pages in every order without gaps, and exports everything', async () => {
    const org = await world.organisation();
    const made: string[] = [];
    const api = await ownedApi(org);
    for (let at = 0; at < 5; at += 1) made.push((await requestReview(org.dev, api)).id);
    const ready = await requestReview(org.dev, api);
    await answerAll(org.dev, ready);
    must(await act(org.dev, ready.id, 'submit'), 200);
    made.push(ready.id);
    for (const sort of ['createdAt', '-createdAt', 'dueAt', '-dueAt', 'submittedAt', '-submittedAt']) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = must(await org.dev.api.get('/reviews', { query: { api, sort, limit: 2, cursor } }), 200);
        expect(page.total).toBe(made.length);
        seen.push(...page.items.map(({ id }: { id: string }) => id));
        cursor = page.nextCursor ?? undefined;
      } while (cursor);
      expect(seen).toHaveLength(made.length);
      expect(unordered(seen)).toEqual(unordered(made));
      if (sort === 'submittedAt') expect(seen[0]).toBe(ready.id);
    }
    const csv = await org.dev.api.get('/reviews', {
      query: { api, limit: 2 },
      headers: { accept: 'text/csv' },
    });
    expect(csv.text.trim().split('\n')).toHaveLength(made.length + 1);
  });

  it.each([
    { sort: 'shoe-size' },
    { state: 'lost' },
    { waitingFor: 'you' },
    { limit: 0 },
    { colour: 'red' },
    { cursor: 'x' },
  ])('refuses %j', async (query) => {
    const nina = await world.person('nina');
    expect((await nina.api.get('/reviews', { query })).status).toBe(422);
  });
});
