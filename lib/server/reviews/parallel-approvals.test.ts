import { describe, expect, it } from 'vitest';
import { HIGH, act, gate, ownedApi, submittedReview, useReviewWorld } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();
const MANY = 50;

const tally = (answers: { status: number; json: { code?: string } }[]) => {
  const counts: Record<string, number> = {};
  for (const { status, json } of answers) {
    const key = [status, json.code].filter(Boolean).join(' ');
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

const standing = async (review: { id: string }) => {
  const { rows } = await world.database.pool.query<{ role: string }>(
    'SELECT role FROM sign_offs WHERE review_id = $1 AND revoked_at IS NULL ORDER BY role',
    [review.id],
  );
  return rows.map(({ role }) => role);
};

const atOnce = (
  people: TestPerson[],
  review: { id: string },
  headers?: (at: number) => Record<string, string>,
) =>
  Promise.all(
    Array.from({ length: MANY }, (_, at) =>
      people[at % people.length]!.api.post(`/reviews/${review.id}/approve`, {
        json: {},
        headers: headers?.(at),
      }),
    ),
  );

describe('fifty approvals at once', () => {
  it('make one sign-off, and all others are told that it is signed', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api);
    const answers = await atOnce([org.anna, org.alex, org.mona], review);
    expect(tally(answers)).toEqual({ 200: 1, '409 review.state': MANY - 1 });
    expect(await standing(review)).toEqual(['owner']);
    const { rows } = await world.database.pool.query(
      `SELECT count(*) AS count FROM audit_events WHERE action = 'review.approved' AND $1 = ANY (subjects)`,
      [review.id],
    );
    expect(rows).toEqual([{ count: 1 }]);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
  });

  it('make one sign-off for each role, by two people', async () => {
    const org = await world.organisation();
    const review = await submittedReview(org, await ownedApi(org, HIGH));
    const answers = await atOnce([org.anna, org.sam, org.alex, org.sue], review);
    const counts = tally(answers);
    expect(counts['200']).toBe(2);
    expect(await standing(review)).toEqual(['owner', 'security']);
    const refusals = Object.keys(counts).filter((key) => key !== '200');
    const known = ['409 review.state', '403 approver.not-owner', '403 approver.not-security'];
    expect(refusals.filter((key) => !known.includes(key))).toEqual([]);
  });

  it('with one key are one request: the first answer, or to come back', async () => {
    const org = await world.organisation();
    const review = await submittedReview(org, await ownedApi(org));
    const key = randomSlug('approve');
    const answers = await atOnce([org.anna], review, () => ({ 'idempotency-key': key }));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const codes = answers.flatMap(({ status, json }) => (status === 409 ? [json.code] : []));
    expect(new Set(codes)).toEqual(new Set(['idempotency.in-progress']));
    expect(new Set(answers.flatMap(({ status, text }) => (status === 200 ? [text] : []))).size).toBe(1);
    expect(await standing(review)).toEqual(['owner']);
    const again = await org.anna.api.post(`/reviews/${review.id}/approve`, {
      json: {},
      headers: { 'idempotency-key': key },
    });
    expect(again).toMatchObject({ status: 200, text: answers.find(({ status }) => status === 200)!.text });
    expect((await act(org.anna, review.id, 'approve')).json.code).toBe('review.state');
  });

  it('beside rejections end in one or the other, never in both', async () => {
    const org = await world.organisation();
    const review = await submittedReview(org, await ownedApi(org));
    const answers = await Promise.all(
      Array.from({ length: MANY }, (_, at) =>
        act(at % 2 ? org.anna : org.alex, review.id, at % 3 ? 'approve' : 'reject'),
      ),
    );
    expect(tally(answers)).toEqual({ 200: 1, '409 review.state': MANY - 1 });
    const { state } = (await org.dev.api.get(`/reviews/${review.id}`)).json;
    expect(await standing(review)).toEqual(state === 'approved' ? ['owner'] : []);
  });

  it('of several reviews of one API do not wait for each other for ever', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const environments = ['development', 'staging', 'production'];
    const reviews = [];
    for (const environment of environments) reviews.push(await submittedReview(org, api, { environment }));
    const answers = await Promise.all(
      reviews.flatMap((review) => [org.anna, org.alex].map((person) => act(person, review.id, 'approve'))),
    );
    expect(tally(answers)).toEqual({ 200: 3, '409 review.state': 3 });
  });

  it('beside a hand-over let nothing through that the new owner has not signed', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api);
    await org.mona.api.post(`/apis/${api}/ownership`, { json: { team: org.b } });
    const approvals = Array.from({ length: 10 }, () => act(org.anna, review.id, 'approve'));
    const accepted = org.olga.api.post(`/apis/${api}/ownership/accept`, { json: {} });
    const counts = tally(await Promise.all(approvals));
    expect((await accepted).status).toBe(200);
    const known = ['200', '409 review.state', '409 review.owner-changed'];
    expect(Object.keys(counts).filter((key) => !known.includes(key))).toEqual([]);
    expect((await gate(org.dev, api)).outcome).toBe('prevented');
  });
});
