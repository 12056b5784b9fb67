import { describe, expect, it } from 'vitest';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  HIGH,
  act,
  answer,
  answerAll,
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
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

const approve = (person: TestPerson, review: { id: string }) => act(person, review.id, 'approve');
const setRole = (org: Organisation, team: string, person: TestPerson, role: string) =>
  org.admin.api.put(`/teams/${team}/members/${person.email}`, { json: { role } });

async function handOver(org: Organisation, api: string, from: TestPerson, to: TestPerson, team: string) {
  must(await from.api.post(`/apis/${api}/ownership`, { json: { team } }), 200);
  must(await to.api.post(`/apis/${api}/ownership/accept`, { json: {} }), 200);
}

describe('four eyes', () => {
  it('keeps the requester from signing, and from asking for changes', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api, { requester: org.anna, answerer: org.dev });
    expect(await approve(org.anna, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.requester' },
    });
    expect(await act(org.anna, review.id, 'reject')).toMatchObject({
      status: 403,
      json: { code: 'approver.requester' },
    });
    expect((await approve(org.alex, review)).status).toBe(200);
  });

  it('keeps the uploader of the description from signing, also of another spelling of the same', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await upload(org.anna, api, sampleDescription({ description: 'Other words' }));
    const review = await submittedReview(org, api);
    expect(await approve(org.anna, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.uploader' },
    });
    expect((await approve(org.alex, review)).status).toBe(200);
  });

  it('keeps whoever answered last from signing', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await requestReview(org.dev, api);
    await answerAll(org.dev, review);
    must(await answer(org.anna, review.id, review.items[0].key, 'yes', 'I looked myself'), 200);
    must(await act(org.dev, review.id, 'submit'), 200);
    expect(await approve(org.anna, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.answered' },
    });
    expect((await approve(org.alex, review)).status).toBe(200);
  });

  it('fixes the answers once somebody has signed them', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const review = await submittedReview(org, api);
    must(await approve(org.anna, review), 200);
    const late = await answer(org.dev, review.id, review.items[0].key, 'yes', 'Something else');
    expect(late).toMatchObject({ status: 409, json: { code: 'review.state' } });
  });

  it('lets nobody sign who is no owner, whatever else they are', async () => {
    const org = await world.organisation();
    const review = await submittedReview(org, await ownedApi(org));
    for (const person of [org.dora, org.nina, org.admin, org.sam, org.oscar, org.olga, org.paul]) {
      expect(await approve(person, review)).toMatchObject({
        status: 403,
        json: { code: 'approver.not-owner' },
      });
    }
    expect((await approve(org.auditor, review)).status).toBe(403);
    expect(
      (await (await world.service('ci', 'revisions:write')).api.post(`/reviews/${review.id}/approve`)).status,
    ).toBe(403);
    expect((await world.anonymous.post(`/reviews/${review.id}/approve`)).status).toBe(401);
  });

  it('asks the next team up when nobody in the team is left, and names its people', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await requestReview(org.mona, api);
    const half = Math.ceil(review.items.length / 2);
    for (const [at, { key }] of review.items.entries()) {
      must(await answer(at < half ? org.anna : org.alex, review.id, key, 'yes'), 200);
    }
    const open = must(await act(org.mona, review.id, 'submit'), 200);
    expect(open.requiredApprovals).toEqual([
      {
        role: 'owner',
        team: org.root,
        teamName: 'Team root',
        escalated: true,
        candidates: [{ email: org.paul.email, name: 'Paul' }],
      },
    ]);
    const queue = await org.paul.api.get('/reviews', { query: { waitingFor: 'me' } });
    expect(queue.json.items.map(({ id }: { id: string }) => id)).toEqual([review.id]);
    expect((await approve(org.paul, review)).json.state).toBe('approved');
  });
});

describe('two sign-offs', () => {
  it('are those of two people, in any order, and neither alone lets anything through', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const review = await submittedReview(org, api);
    expect(review.requiredApprovals.map(({ role }: { role: string }) => role)).toEqual(['owner', 'security']);
    const first = must(await approve(org.sam, review), 200);
    expect(first).toMatchObject({
      state: 'open',
      missingRoles: ['owner'],
      approvals: [{ role: 'security' }],
    });
    expect(await gate(org.dev, api)).toEqual({
      outcome: 'awaiting',
      codes: ['review.open', 'signoff.missing-role'],
    });
    expect(await approve(org.sue, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.not-owner' },
    });
    expect(must(await approve(org.anna, review), 200)).toMatchObject({ state: 'approved', missingRoles: [] });
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
    expect(await approve(org.alex, review)).toMatchObject({ status: 409, json: { code: 'review.state' } });
  });

  it('cannot both come from somebody who has both rights', async () => {
    const org = await world.organisation();
    await setRole(org, org.a, org.sam, 'approver');
    const api = await ownedApi(org, HIGH);
    const review = await submittedReview(org, api);
    expect(must(await approve(org.sam, review), 200)).toMatchObject({
      state: 'open',
      approvals: [{ role: 'owner' }],
    });
    expect(await approve(org.sam, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.not-security' },
    });
    expect(await approve(org.anna, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.not-security' },
    });
    expect(must(await approve(org.sue, review), 200).state).toBe('approved');
  });
});

describe('the right to sign', () => {
  it('ends with the membership, at the next request', async () => {
    const org = await world.organisation();
    const review = await submittedReview(org, await ownedApi(org));
    must(await org.mona.api.delete(`/teams/${org.a}/members/${org.anna.email}`), 204);
    expect(await approve(org.anna, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.not-owner' },
    });
    must(await setRole(org, org.a, org.alex, 'member'), 200);
    expect(await approve(org.alex, review)).toMatchObject({
      status: 403,
      json: { code: 'approver.not-owner' },
    });
  });

  it('is not gained by taking an API over, signing and giving it back', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await submittedReview(org, api);
    await handOver(org, api, org.mona, org.olga, org.b);
    // Opened before: void, whoever tries.
    for (const person of [org.anna, org.oscar, org.olga]) {
      expect(await approve(person, review)).toMatchObject({
        status: 409,
        json: { code: 'review.owner-changed' },
      });
    }
    // Signed while it was theirs: counts for that term only.
    const theirs = await submittedReview(org, api, { requester: org.olga });
    must(await approve(org.oscar, theirs), 200);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
    await handOver(org, api, org.olga, org.mona, org.a);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'prevented', codes: ['signoff.owner-changed'] });
    expect((await approve(org.anna, review)).json.code).toBe('review.owner-changed');
    expect((await org.anna.api.get(`/reviews/${review.id}`)).json.void).toMatch(/changed hands/);
    // A void review is no obstacle to a new one.
    await signedReview(org, api);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
  });

  it('ends for a review when another description or a later review takes its place', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const first = await submittedReview(org, api);
    const second = await submittedReview(org, api);
    expect(await approve(org.anna, first)).toMatchObject({
      status: 409,
      json: { code: 'review.superseded' },
    });
    await upload(org.dev, api, sampleDescription({ description: 'The same but for the words' }));
    expect((await org.anna.api.get(`/reviews/${second.id}`)).json.void).toBeNull();
    await upload(org.dev, api, sampleDescription({ extra: true }));
    expect(await approve(org.anna, second)).toMatchObject({
      status: 409,
      json: { code: 'review.superseded' },
    });
    // Reviewing the older one on purpose is possible all the same.
    const older = await requestReview(org.dev, api, { revision: second.revision.id });
    expect(older.void).toBeNull();
  });

  it('is nobody’s while no team owns the API', async () => {
    const org = await world.organisation();
    const api = `${org.a}-unowned`;
    const json = { slug: api, name: 'Unowned', kind: 'rest', lifecycle: 'production', ...HIGH };
    must(await org.dev.api.post('/apis', { json }), 201);
    await upload(org.dev, api, sampleDescription());
    const review = await submittedReview(org, api);
    expect(review).toMatchObject({ team: null, requiredApprovals: [{ candidates: [] }, { candidates: [] }] });
    for (const person of [org.sam, org.anna]) {
      expect(await approve(person, review)).toMatchObject({
        status: 403,
        json: { code: 'approver.not-owner' },
      });
    }
  });
});

describe('revoking', () => {
  it('takes the sign-offs back for good, with the reason', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await signedReview(org, api);
    const revoke = (person: TestPerson, json: object = { reason: 'The answers were wrong' }) =>
      person.api.post(`/reviews/${review.id}/sign-offs/revoke`, { json });
    expect((await revoke(org.dev)).status).toBe(403);
    expect((await revoke(org.anna)).status).toBe(403);
    expect((await revoke(org.sam, {})).status).toBe(422);
    const revoked = must(await revoke(org.sam), 200);
    expect(revoked).toMatchObject({ state: 'approved', revocation: { allowed: false } });
    expect(revoked.approvals[0].revokedAt).not.toBeNull();
    expect(await gate(org.dev, api)).toEqual({ outcome: 'prevented', codes: ['signoff.revoked'] });
    expect(await revoke(org.mona)).toMatchObject({ status: 409, json: { code: 'signoff.none' } });
  });

  it('is open to a manager of the owning team', async () => {
    const org = await world.organisation();
    const review = await signedReview(org, await ownedApi(org));
    expect(review.revocation.allowed).toBe(false);
    expect((await org.paul.api.get(`/reviews/${review.id}`)).json.revocation).toEqual({ allowed: true });
    must(
      await org.mona.api.post(`/reviews/${review.id}/sign-offs/revoke`, {
        json: { reason: 'Signed by mistake' },
      }),
      200,
    );
  });
});
