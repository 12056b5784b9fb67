import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import { must, ownedApi, signedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';
import { verifyAttestation } from './verify-attestation.ts';

const world = useReviewWorld();

async function signedApi(): Promise<[Organisation, string]> {
  const org = await world.organisation();
  const api = await ownedApi(org);
  await signedReview(org, api);
  return [org, api];
}

const list = async (org: Organisation, query: Record<string, string | number | string[]>) =>
  must(await org.auditor.api.get('/decisions', { query }), 200);

const ARTIFACT = { name: 'registry.example.com/shop', digest: `sha256:${'a'.repeat(64)}` };
const SOURCE = {
  kind: 'github',
  url: 'https://github.com/o/r/actions/runs/1',
  sha: 'abc123',
  actor: 'octocat',
};

describe('an allowed decision', () => {
  it('is kept, audited, and signed so that anybody can check it offline', async () => {
    const [org, api] = await signedApi();
    const ci = await world.service('ci', 'gate:read');
    const json = { api, environment: 'production', artifact: ARTIFACT, source: SOURCE };
    const decision = must(await ci.api.post('/gate', { json }), 200);
    expect(decision).toMatchObject({ outcome: 'allowed', allowed: true, enforced: true, reasons: [] });

    const keys = must(await world.anonymous.get('/.well-known/gatehouse/keys.json'), 200);
    expect(JSON.stringify(keys)).not.toMatch(/"d"|PRIVATE/);
    const report = verifyAttestation(decision, keys, new Date());
    expect(report).toMatchObject({ ok: true, genuine: true, expired: false });
    expect(report.summary).toMatchObject({
      result: 'PASSED',
      decision: { id: decision.decisionId, environment: 'production', revision: decision.revision },
    });
    const { digest } = must(await org.dev.api.get(`/apis/${api}/revisions/${decision.revision}`), 200);
    const sentences = report.sentences.join('\n');
    for (const said of [api, digest, ARTIFACT.digest]) expect(sentences).toContain(said);
    const altered = structuredClone(decision);
    altered.attestation.payload = Buffer.from(
      Buffer.from(altered.attestation.payload, 'base64').toString().replaceAll(api, 'other'),
    ).toString('base64');
    expect(verifyAttestation(altered, keys, new Date()).genuine).toBe(false);

    const [row] = (await list(org, { api })).items;
    expect(row).toMatchObject({
      id: decision.decisionId,
      outcome: 'allowed',
      actor: ci.slug,
      artifact: ARTIFACT,
      source: SOURCE,
      promoted: false,
      evaluatedAt: decision.evaluatedAt,
    });
    const audit = must(await org.auditor.api.get('/audit', { query: { subject: decision.decisionId } }), 200);
    expect(audit.items).toMatchObject([
      { action: 'gate.decided', actor: ci.slug, subjects: [api, 'production', decision.decisionId] },
    ]);
  });

  it('is the same one for the same key, and never another one for another question', async () => {
    const [org, api] = await signedApi();
    const ci = await world.service('ci', 'gate:read');
    const headers = { 'idempotency-key': randomSlug('key') };
    const ask = (environment = 'production') => ci.api.post('/gate', { json: { api, environment }, headers });
    const answers = await Promise.all(Array.from({ length: 50 }, () => ask()));
    const counts = countStatuses(answers);
    expect((counts[200] ?? 0) + (counts[409] ?? 0)).toBe(50);
    for (const { status, json } of answers)
      if (status === 409) expect(json.code).toBe('idempotency.in-progress');
    const first = answers.find(({ status }) => status === 200)!;
    expect((await ask()).text).toBe(first.text);
    expect((await list(org, { api })).total).toBe(1);
    expect((await ask('staging')).json).toMatchObject({ status: 422, code: 'idempotency.other-request' });
    expect((await list(org, { api })).total).toBe(1);
  });
});

describe('a decision against it', () => {
  it('is kept without a signature', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const decision = must(await org.dev.api.post('/gate', { json: { api, environment: 'production' } }), 200);
    expect(decision).toMatchObject({
      outcome: 'prevented',
      allowed: false,
      reasons: [{ code: 'review.none' }],
    });
    expect(decision).not.toHaveProperty('attestation');
    const staged = must(await org.dev.api.post('/gate', { json: { api, environment: 'staging' } }), 200);
    expect(staged).toMatchObject({ outcome: 'prevented', allowed: true, enforced: false });
    expect(staged).not.toHaveProperty('attestation');
    const missing = randomSlug('nothing');
    must(await org.dev.api.post('/gate', { json: { api: missing, environment: 'nowhere' } }), 200);
    const { items } = await list(org, { api: [api] });
    expect(
      items.map((row: { environment: string; allowed: boolean }) => [row.environment, row.allowed]),
    ).toEqual([
      ['staging', true],
      ['production', false],
    ]);
    expect(must(await org.auditor.api.get('/audit', { query: { subject: missing } }), 200).total).toBe(1);
  });

  it('names what changed since the sign-off, though nobody asked before', async () => {
    const [org, api] = await signedApi();
    await upload(org.dev, api, sampleDescription({ extra: true }));
    const decision = must(await org.dev.api.post('/gate', { json: { api, environment: 'production' } }), 200);
    expect(decision.reasons).toMatchObject([
      { code: 'signoff.material-change', message: expect.stringContaining('DELETE /shelves') },
    ]);
  });

  it('asked without recording leaves nothing behind', async () => {
    const [org, api] = await signedApi();
    const before = must(await org.auditor.api.get('/audit'), 200).total;
    must(await org.auditor.api.get('/gate', { query: { api, environment: 'production' } }), 200);
    expect((await list(org, { api })).total).toBe(0);
    expect(must(await org.auditor.api.get('/audit'), 200).total).toBe(before);
    expect((await org.auditor.api.post('/gate', { json: { api, environment: 'production' } })).status).toBe(
      403,
    );
  });
});

describe('the decisions', () => {
  it('are filtered by all that is known of them, and paged', async () => {
    const [org, api] = await signedApi();
    for (const environment of ['production', 'staging', 'production', 'staging', 'production'])
      must(await org.dev.api.post('/gate', { json: { api, environment } }), 200);
    must(await org.dev.api.post('/promotions', { json: { api, environment: 'production' } }), 201);
    expect((await list(org, { api })).total).toBe(6);
    expect((await list(org, { api, environment: 'staging' })).total).toBe(2);
    expect((await list(org, { api, outcome: ['prevented', 'awaiting'] })).total).toBe(2);
    expect((await list(org, { api, promoted: 'true' })).total).toBe(1);
    expect((await list(org, { api, promoted: 'false' })).total).toBe(5);
    const today = new Date().toISOString().slice(0, 10);
    expect((await list(org, { api, from: today, to: today })).total).toBe(6);
    expect((await list(org, { api, to: '2020-01-01' })).total).toBe(0);
    const all = (await list(org, { api })).items.map((row: { id: string }) => row.id);
    const ids: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await list(org, { api, limit: 4, ...(cursor ? { cursor } : {}) });
      ids.push(...page.items.map((row: { id: string }) => row.id));
      if (page.nextCursor === null) break;
      cursor = page.nextCursor;
    }
    expect(ids).toEqual(all);
    expect(
      (await list(org, { api, sort: 'evaluatedAt' })).items.map((row: { id: string }) => row.id),
    ).toEqual(all.toReversed());
    const csv = await org.auditor.api.get('/decisions', { query: { api }, headers: { accept: 'text/csv' } });
    expect(csv.text.trim().split('\n')).toHaveLength(7);
  });

  it('keep the newest description apart from the one that was asked about', async () => {
    const [org, api] = await signedApi();
    const { id, digest } = must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0];
    await upload(org.dev, api, sampleDescription({ extra: true }));
    const outcomeOf = async (revision?: string) =>
      must(await org.dev.api.post('/gate', { json: { api, environment: 'production', revision } }), 200)
        .outcome;
    expect(await outcomeOf()).toBe('prevented');
    expect(await outcomeOf(id)).toBe('allowed');
    expect(await outcomeOf(digest)).toBe('allowed');
    const other = await ownedApi(org);
    const foreign = { api: other, environment: 'production', revision: id };
    expect(must(await org.dev.api.post('/gate', { json: foreign }), 200).reasons[0].code).toBe(
      'revision.unknown',
    );
  });
});
