import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import { must, ownedApi, signedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';
import { verifyAttestation } from './verify-attestation.ts';

const world = useReviewWorld();

const decisionsOf = async (org: Organisation, api: string) =>
  must(await org.auditor.api.get('/decisions', { query: { api } }), 200);

describe('a promotion', () => {
  it('that is allowed is recorded with its decision, and production runs the description', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    const { id: revision, version } = must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0];
    const ci = await world.service('ci', 'deployments:write');
    const json = {
      api,
      environment: 'production',
      deploy: { chart: 'shop', values: [1, null, { a: true }] },
    };
    const promoted = must(await ci.api.post('/promotions', { json }), 201);
    expect(promoted).toMatchObject({ api, environment: 'production', revision, actor: ci.slug });
    const keys = must(await world.anonymous.get('/.well-known/gatehouse/keys.json'), 200);
    expect(verifyAttestation(promoted, keys, new Date()).ok).toBe(true);
    expect((await decisionsOf(org, api)).items).toMatchObject([
      { id: promoted.decisionId, outcome: 'allowed', promoted: true },
    ]);
    expect(must(await org.dev.api.get(`/apis/${api}`), 200).productionRevision).toMatchObject({
      id: revision,
      version,
    });
    const { items } = must(await org.auditor.api.get('/audit', { query: { subject: promoted.id } }), 200);
    expect(items).toMatchObject([
      {
        action: 'api.promoted',
        subjects: [api, 'production', promoted.id, promoted.decisionId],
        data: { deploy: json.deploy },
      },
    ]);
    await upload(org.dev, api, sampleDescription({ extra: true }));
    const old = must(await ci.api.post('/promotions', { json: { ...json, revision } }), 201);
    expect(old.revision).toBe(revision);
  });

  it('that is blocked says why, and the refusal is kept', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const headers = { 'idempotency-key': randomSlug('key') };
    const ask = () => org.dev.api.post('/promotions', { json: { api, environment: 'production' }, headers });
    const blocked = await ask();
    expect(blocked).toMatchObject({
      status: 409,
      json: {
        code: 'promotion.blocked',
        outcome: 'prevented',
        reasons: [{ code: 'review.none', unblockers: expect.arrayContaining([org.anna.email]) }],
        decisionId: expect.any(String),
      },
    });
    expect((await decisionsOf(org, api)).items).toMatchObject([
      { id: blocked.json.decisionId, promoted: false },
    ]);
    expect(must(await org.dev.api.get(`/apis/${api}`), 200).productionRevision).toBeNull();
    await signedReview(org, api);
    expect((await ask()).status).toBe(201);
  });

  it('of what is unknown is refused in every mode of the gate', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const promote = (json: Record<string, unknown>) => org.dev.api.post('/promotions', { json });
    expect((await promote({ api: randomSlug('nothing'), environment: 'production' })).status).toBe(404);
    expect(await promote({ api, environment: 'nowhere' })).toMatchObject({
      status: 409,
      json: { code: 'promotion.blocked', outcome: 'invalid' },
    });
    for (const environment of ['production', 'staging', 'development'])
      expect((await promote({ api, environment, revision: 'sha256:0' })).json).toMatchObject({
        code: 'promotion.blocked',
        outcome: 'invalid',
      });
  });

  it('where the gate only watches or is off goes through, without a signature', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    for (const environment of ['staging', 'development']) {
      const promoted = must(await org.dev.api.post('/promotions', { json: { api, environment } }), 201);
      expect(promoted).toMatchObject({ environment, attestation: null });
    }
    expect(must(await org.dev.api.get(`/apis/${api}`), 200).productionRevision).toBeNull();
  });

  it('is for pipelines, the owning team, managers above it and administrators', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const reader = await world.service('reader', 'gate:read', 'revisions:write');
    const promote = (client: { api: typeof org.dev.api }) =>
      client.api.post('/promotions', { json: { api, environment: 'staging' } });
    for (const person of [org.dev, org.mona, org.paul, org.admin])
      expect((await promote(person)).status).toBe(201);
    for (const person of [org.nina, org.olga, org.sam, org.auditor, reader])
      expect((await promote(person)).status).toBe(403);
  });

  it('happens once for one key, and emergency access lets one of many through', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const json = {
      api,
      environment: 'production',
      reason: 'Customers cannot pay',
      incidentUrl: 'https://incidents.example/7',
    };
    must(await org.anna.api.post('/emergencies', { json }), 201);
    const ci = await world.service('ci', 'deployments:write');
    const promote = (key?: string) =>
      ci.api.post('/promotions', {
        json: { api, environment: 'production' },
        ...(key ? { headers: { 'idempotency-key': key } } : {}),
      });
    const answers = await Promise.all(Array.from({ length: 12 }, () => promote()));
    expect(countStatuses(answers)).toEqual({ 201: 1, 409: 11 });

    const signed = await ownedApi(org);
    await signedReview(org, signed);
    const key = randomSlug('key');
    const once = () =>
      ci.api.post('/promotions', {
        json: { api: signed, environment: 'production' },
        headers: { 'idempotency-key': key },
      });
    const many = await Promise.all(Array.from({ length: 50 }, once));
    const ids = new Set(
      [...many, await once()].filter(({ status }) => status === 201).map((answer) => answer.json.id),
    );
    expect(ids.size).toBe(1);
    expect((await decisionsOf(org, signed)).total).toBe(1);
  });
});
