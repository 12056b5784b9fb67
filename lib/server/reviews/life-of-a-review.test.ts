import { describe, expect, it } from 'vitest';
import { sampleDescription } from '../testing/sample-description.ts';
import {
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

const world = useReviewWorld();

const events = async (id: string) => {
  const { rows } = await world.database.pool.query(
    'SELECT actor, action FROM audit_events WHERE $1 = ANY (subjects) ORDER BY seq',
    [id],
  );
  return rows.map(({ actor, action }) => `${action} ${actor.split('-')[0]}`);
};

describe('a review', () => {
  it('goes from a draft to a sign-off that the gate counts, with an event for every step', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const review = await requestReview(org.dev, api);
    expect(review).toMatchObject({
      state: 'draft',
      environment: 'production',
      team: org.a,
      teamName: 'Team a',
      tier: 'low',
      void: null,
      checklist: { id: 'default', version: 1 },
      requiredApprovals: [{ role: 'owner', team: org.a, escalated: false }],
      approvals: [],
      sinceLastSignOff: null,
    });
    const names = review.requiredApprovals[0].candidates.map(({ email }: { email: string }) => email);
    expect(names.toSorted()).toEqual([org.alex.email, org.anna.email, org.mona.email].toSorted());
    expect(must(await act(org.dev, review.id, 'submit'), 409).code).toBe('review.incomplete');
    const open = review.items.find((item: { answer: string | null }) => item.answer === null);
    await answerAll(org.dev, review);
    must(await act(org.dev, review.id, 'submit'), 200);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'awaiting', codes: ['review.open'] });
    const signed = must(await act(org.anna, review.id, 'approve', { comment: 'Looks right' }), 200);
    expect(signed).toMatchObject({
      state: 'approved',
      approvals: [{ role: 'owner', email: org.anna.email, revokedAt: null }],
      comments: [{ author: { email: org.anna.email, name: 'Anna' }, step: 'approve', text: 'Looks right' }],
      missingRoles: [],
    });
    const days =
      (Date.parse(signed.approvals[0].expiresAt) - Date.parse(signed.approvals[0].at)) / 86_400_000;
    expect(days).toBe(365);
    expect(await gate(org.dev, api)).toEqual({ outcome: 'allowed', codes: [] });
    expect(new Set(await events(review.id))).toEqual(
      new Set([
        'review.requested dev',
        'review.answered dev',
        'review.submitted dev',
        'review.approved anna',
      ]),
    );
    expect(await events(open.key)).toContain('review.answered dev');
    expect(await events(api)).toContain('review.approved anna');
  });

  it('needs a description, a known environment and a known revision', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const bare = `${api}-bare`;
    const fields = {
      kind: 'rest',
      exposure: 'internal',
      dataClass: 'public',
      criticality: 'low',
      lifecycle: 'design',
    };
    must(await org.dev.api.post('/apis', { json: { slug: bare, name: 'Bare', ...fields } }), 201);
    const ask = (slug: string, json: object) => org.dev.api.post(`/apis/${slug}/reviews`, { json });
    expect((await ask(bare, { environment: 'production' })).json.code).toBe('revision.none');
    expect((await ask(api, { environment: 'nowhere' })).status).toBe(404);
    expect((await ask(api, { environment: 'production', revision: `sha256:${'0'.repeat(64)}` })).status).toBe(
      404,
    );
    expect((await ask(api, { environment: 'production', state: 'approved' })).status).toBe(422);
    expect(
      (await org.oscar.api.post(`/apis/${api}/reviews`, { json: { environment: 'production' } })).status,
    ).toBe(403);
  });

  it('goes back for changes, and what was signed so far falls', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, { exposure: 'public', dataClass: 'confidential' });
    const review = await submittedReview(org, api);
    must(await act(org.anna, review.id, 'approve'), 200);
    const back = must(await act(org.sam, review.id, 'request-changes', { comment: 'Say more' }), 200);
    expect(back).toMatchObject({ state: 'changes-requested', missingRoles: ['owner', 'security'] });
    expect(back.approvals[0].revokedAt).not.toBeNull();
    expect((await gate(org.dev, api)).codes).toContain('review.changes-requested');
    must(await act(org.dev, review.id, 'submit'), 200);
    must(await act(org.sam, review.id, 'approve'), 200);
    const signed = must(await act(org.anna, review.id, 'approve'), 200);
    expect(signed.state).toBe('approved');
    expect(signed.approvals).toHaveLength(3);
    expect((await gate(org.dev, api)).outcome).toBe('allowed');
  });

  it('shows what was answered and what has changed since it was signed last', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const first = await signedReview(org, api);
    await upload(org.dev, api, sampleDescription({ extra: true }));
    expect((await gate(org.dev, api)).codes).toContain('signoff.material-change');
    const next = await requestReview(org.dev, api);
    expect(next.sinceLastSignOff).toMatchObject({
      revisionId: first.revision.id,
      diff: { materialChange: true },
    });
    expect(JSON.stringify(next.sinceLastSignOff.diff)).toContain('DELETE /shelves');
    const written = next.items.find((item: { prefilled: boolean }) => !item.prefilled);
    expect(written).toMatchObject({
      answer: null,
      previous: { answer: 'yes', evidence: 'Seen in the pipeline' },
    });
    const older = await org.dev.api.get(`/reviews/${first.id}`);
    expect(older.json.sinceLastSignOff).toBeNull();
  });

  it('keeps what the scan proves apart from what people answer', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
    const review = await requestReview(org.dev, api);
    const item = review.items.find(({ key }: { key: string }) => key === 'authentication-declared');
    expect(item).toMatchObject({ answer: 'no', prefilled: true, answeredBy: null });
    expect(item.findings.length).toBeGreaterThan(0);
    const { items: listed } = must(await org.dev.api.get('/findings', { query: { api } }), 200);
    for (const { id, where } of item.findings)
      expect(where).toBe(listed.find((one: { id: string }) => one.id === id).where);
    expect(item.findings).toContainEqual(expect.objectContaining({ where: 'POST /shelves' }));
    const changed = must(
      await answer(org.dev, review.id, item.key, 'yes', 'The gateway asks for a token'),
      200,
    );
    expect(changed.items.find(({ key }: { key: string }) => key === item.key)).toMatchObject({
      answer: 'yes',
      evidence: 'The gateway asks for a token',
      prefilled: false,
      answeredBy: { email: org.dev.email, name: 'Dev' },
    });
  });

  it('leaves an item to people once a finding about it was called false', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
    const found = (await org.sam.api.get('/findings', { query: { api } })).json.items;
    for (const { id, rule } of found) {
      if (!rule.startsWith('api2')) continue;
      const json = { state: 'false-positive', reason: 'The gateway asks for a token' };
      must(await org.sam.api.patch(`/findings/${id}`, { json }), 200);
    }
    const review = await requestReview(org.dev, api);
    const item = review.items.find(({ key }: { key: string }) => key === 'authentication-declared');
    expect(item).toMatchObject({ answer: null, prefilled: false });
  });

  it('asks for the reason of a not-applicable, and for a known item', async () => {
    const org = await world.organisation();
    const review = await requestReview(org.dev, await ownedApi(org));
    const { key } = review.items[0];
    const patch = (path: string, json: object) =>
      org.dev.api.patch(`/reviews/${review.id}/items/${path}`, { json });
    for (const evidence of [undefined, '', '  ']) {
      const refused = await patch(key, { answer: 'not-applicable', evidence });
      expect(refused).toMatchObject({ status: 422, json: { errors: [{ pointer: '/evidence' }] } });
    }
    expect((await patch(key, { answer: 'not-applicable', evidence: 'No such thing here' })).status).toBe(200);
    expect((await patch('no-such-item', { answer: 'yes' })).status).toBe(404);
    expect((await patch(key, { answer: 'perhaps' })).status).toBe(422);
    expect(
      (await org.nina.api.patch(`/reviews/${review.id}/items/${key}`, { json: { answer: 'yes' } })).status,
    ).toBe(403);
  });

  it('does not carry evidence from one answer to another', async () => {
    const org = await world.organisation();
    const review = await requestReview(org.dev, await ownedApi(org));
    const { key } = review.items.find((item: { answer: string | null }) => item.answer === null);
    const item = (json: ReturnType<typeof JSON.parse>) =>
      json.items.find((one: { key: string }) => one.key === key);
    await answer(org.dev, review.id, key, 'yes', 'In the code');
    const again = await org.dev.api.patch(`/reviews/${review.id}/items/${key}`, { json: { answer: 'yes' } });
    expect(item(again.json).evidence).toBe('In the code');
    const emptied = await answer(org.dev, review.id, key, 'yes', ' ');
    expect(item(emptied.json).evidence).toBeNull();
    await answer(org.dev, review.id, key, 'yes', 'In the tests');
    const other = await org.dev.api.patch(`/reviews/${review.id}/items/${key}`, { json: { answer: 'no' } });
    expect(item(other.json)).toMatchObject({ answer: 'no', evidence: null });
  });

  it('refuses to be changed or signed by somebody who saw an older version', async () => {
    const org = await world.organisation();
    const review = await requestReview(org.dev, await ownedApi(org));
    const read = await org.dev.api.get(`/reviews/${review.id}`);
    const stale = { 'if-match': read.headers.get('etag')! };
    await answerAll(org.dev, review);
    const path = `/reviews/${review.id}`;
    const json = { answer: 'no' };
    expect(
      (await org.dev.api.patch(`${path}/items/${review.items[0].key}`, { json, headers: stale })).status,
    ).toBe(412);
    expect((await org.dev.api.post(`${path}/submit`, { json: {}, headers: stale })).status).toBe(412);
    must(await act(org.dev, review.id, 'submit'), 200);
    expect((await org.anna.api.post(`${path}/approve`, { json: {}, headers: stale })).status).toBe(412);
    const fresh = { 'if-match': (await org.anna.api.get(path)).headers.get('etag')! };
    must(await org.nina.api.post(`${path}/comments`, { json: { text: 'Almost there' } }), 201);
    expect((await org.anna.api.post(`${path}/approve`, { headers: fresh })).status).toBe(200);
  });

  it('takes comments from colleagues in every state, and nothing from auditors', async () => {
    const org = await world.organisation();
    const review = await requestReview(org.dev, await ownedApi(org));
    const said = must(
      await org.nina.api.post(`/reviews/${review.id}/comments`, { json: { text: 'Why so?' } }),
      201,
    );
    expect(said).toMatchObject({ author: { email: org.nina.email }, step: 'comment', text: 'Why so?' });
    expect((await org.nina.api.post(`/reviews/${review.id}/comments`, { json: { text: ' ' } })).status).toBe(
      422,
    );
    expect(
      (await org.auditor.api.post(`/reviews/${review.id}/comments`, { json: { text: 'Hm' } })).status,
    ).toBe(403);
    expect((await org.auditor.api.get(`/reviews/${review.id}`)).json.comments).toHaveLength(1);
  });

  it('is unknown under an address that names none', async () => {
    const org = await world.organisation();
    for (const id of ['6f9619ff-8b86-4d01-b42d-00cf4fc964ff', 'not-an-id']) {
      expect((await org.dev.api.get(`/reviews/${id}`)).status).toBe(404);
      expect((await act(org.anna, id, 'approve')).status).toBe(404);
      expect((await act(org.dev, id, 'submit')).status).toBe(404);
    }
  });

  it('is requested only so often at a time', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    for (let at = 0; at < 20; at += 1) await requestReview(org.dev, api);
    const refused = await org.dev.api.post(`/apis/${api}/reviews`, { json: { environment: 'production' } });
    expect(refused).toMatchObject({ status: 409, json: { code: 'review.too-many' } });
    await requestReview(org.dev, api, { environment: 'staging' });
  });
});
