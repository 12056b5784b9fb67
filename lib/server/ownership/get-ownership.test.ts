import { describe, expect, it } from 'vitest';
import { act, must, ownedApi, submittedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();
const INHERENT = {
  kind: 'rest',
  lifecycle: 'production',
  exposure: 'internal',
  dataClass: 'public',
  criticality: 'low',
};
const emails = (people: { email: string }[]) => people.map((person) => person.email);

describe('the ownership of an API', () => {
  it('names the owner, when it must be confirmed, and who can approve, own team first', async () => {
    const org = await world.organisation();
    const slug = await ownedApi(org);
    const read = must(await org.auditor.api.get(`/apis/${slug}/ownership`), 200);
    expect(read).toMatchObject({
      api: slug,
      state: 'accepted',
      ownership: 'owned',
      team: org.a,
      offer: null,
      attestationDays: 180,
      endsWithHandOver: { reviews: 0, signOffs: 0 },
      terms: [{ team: org.a, acceptedBy: { email: org.mona.email, name: 'Mona' }, endedAt: null }],
    });
    expect(Date.parse(read.confirmationDueAt) - Date.parse(read.confirmedAt)).toBe(180 * 86_400_000);
    expect(read.approvers.map((rank: { team: string }) => rank.team)).toEqual([org.a, org.root]);
    expect(emails(read.approvers[0].managers)).toEqual([org.mona.email]);
    expect(emails(read.approvers[0].approvers).toSorted()).toEqual(
      [org.alex.email, org.anna.email].toSorted(),
    );
    expect(emails(read.approvers[1].managers)).toEqual([org.paul.email]);
  });

  it('says what a hand-over ends, who can accept it, and keeps both terms', async () => {
    const org = await world.organisation();
    const slug = await ownedApi(org);
    const review = await submittedReview(org, slug);
    must(await act(org.anna, review.id, 'approve'), 200);
    await upload(org.dev, slug, sampleDescription({ extra: true }));
    must(await org.dora.api.post(`/apis/${slug}/reviews`, { json: { environment: 'staging' } }), 201);
    must(await org.mona.api.post(`/apis/${slug}/ownership`, { json: { team: org.b } }), 200);
    const offered = must(await org.dev.api.get(`/apis/${slug}/ownership`), 200);
    expect(offered).toMatchObject({
      state: 'accepted',
      team: org.a,
      endsWithHandOver: { reviews: 1, signOffs: 1 },
      offer: { team: org.b, by: { email: org.mona.email }, waitsFor: [{ email: org.olga.email }] },
    });
    const waiting = must(await org.olga.api.get('/apis', { query: { offeredTo: org.b } }), 200);
    expect(waiting.items.map((row: { slug: string }) => row.slug)).toEqual([slug]);

    must(await org.olga.api.post(`/apis/${slug}/ownership/accept`, { json: {} }), 200);
    const after = must(await org.dev.api.get(`/apis/${slug}/ownership`), 200);
    expect(after).toMatchObject({
      team: org.b,
      offer: null,
      endsWithHandOver: { reviews: 0, signOffs: 0 },
      terms: [
        { team: org.b, endedAt: null, acceptedBy: { email: org.olga.email } },
        { team: org.a, endedAt: after.since },
      ],
    });
    expect(must(await org.olga.api.get('/apis', { query: { offeredTo: org.b } }), 200).total).toBe(0);
  });

  it('of an API that nobody accepted is an offer or nothing', async () => {
    const org = await world.organisation();
    const slug = randomSlug('api');
    must(await org.nina.api.post('/apis', { json: { ...INHERENT, slug, name: 'New' } }), 201);
    expect(must(await org.nina.api.get(`/apis/${slug}/ownership`), 200)).toMatchObject({
      state: 'none',
      ownership: 'unowned',
      team: null,
      confirmationDueAt: null,
      offer: null,
      approvers: [],
      terms: [],
    });
    must(await org.nina.api.post(`/apis/${slug}/ownership`, { json: { team: org.a } }), 200);
    expect(must(await org.nina.api.get(`/apis/${slug}/ownership`), 200)).toMatchObject({
      state: 'offered',
      team: null,
      since: null,
      offer: { team: org.a, by: { email: org.nina.email }, waitsFor: [{ email: org.mona.email }] },
      approvers: [],
    });
    expect((await org.nina.api.get(`/apis/${randomSlug('none')}/ownership`)).status).toBe(404);
  });
});

describe('the unowned inbox', () => {
  it('counts its kinds under the other filters', async () => {
    const org = await world.organisation();
    const name = randomSlug('lost');
    must(await org.nina.api.post('/apis', { json: { ...INHERENT, slug: name, name } }), 201);
    const page = must(
      await org.nina.api.get('/ownership/unowned', { query: { q: name, kind: 'stale' } }),
      200,
    );
    expect(page).toMatchObject({ items: [], total: 0, counts: { 'no-team': 1, stale: 0 } });
    expect(page.facets.kind).toEqual([
      { value: 'no-team', count: 1 },
      { value: 'offered', count: 0 },
      { value: 'nobody-eligible', count: 0 },
      { value: 'stale', count: 0 },
    ]);
  });
});
