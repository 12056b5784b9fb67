import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import { must, ownedApi, signedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

interface Reported {
  api: string;
  environment?: string;
  revision?: string;
  decisionId?: string;
  at?: string;
  source?: Record<string, unknown>;
}
const report = (org: Organisation, { environment = 'production', ...json }: Reported) =>
  org.dev.api.post('/deployments', { json: { environment, ...json } });
const reported = async (org: Organisation, json: Reported) => must(await report(org, json), 201);

async function signedApi(): Promise<{ org: Organisation; api: string; revision: string }> {
  const org = await world.organisation();
  const api = await ownedApi(org);
  await signedReview(org, api);
  const { id } = must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0];
  return { org, api, revision: id };
}
/** As if the decision had been taken then. */
const takenAt = (decisionId: string, at: string, expiresAt: string | null = null) =>
  world.database.pool.query(
    'UPDATE decisions SET evaluated_at = $2, expires_at = coalesce($3, expires_at) WHERE id = $1',
    [decisionId, at, expiresAt],
  );
const decide = async (org: Organisation, json: Record<string, unknown>) =>
  must(await org.dev.api.post('/gate', { json: { environment: 'production', ...json } }), 200).decisionId;
const productionOf = async (org: Organisation, api: string) =>
  must(await org.dev.api.get(`/apis/${api}`), 200).productionRevision?.id ?? null;
const coverage = async (org: Organisation, query: Record<string, string | string[]>) =>
  must(await org.auditor.api.get('/coverage', { query }), 200);

describe('a deployment', () => {
  it('with an allowed decision behind it is gated, and one without is not', async () => {
    const { org, api, revision } = await signedApi();
    const decisionId = await decide(org, { api });
    const gated = await reported(org, { api, decisionId, source: { pipeline: 7 } });
    expect(gated).toMatchObject({
      api,
      environment: 'production',
      revision,
      decisionId,
      gated: true,
      actor: org.dev.email,
      source: { pipeline: 7 },
    });
    expect(await productionOf(org, api)).toBe(revision);
    expect(await reported(org, { api, revision })).toMatchObject({
      revision,
      decisionId: null,
      gated: false,
    });
    const { items } = must(await org.auditor.api.get('/audit', { query: { subject: gated.id } }), 200);
    expect(items).toMatchObject([
      {
        action: 'deployment.reported',
        subjects: [api, 'production', gated.id, decisionId],
        data: { gated: true },
      },
    ]);
    const { contributions } = must(await org.dev.api.get(`/apis/${api}`), 200).risk;
    expect(contributions.map((one: { code: string }) => one.code)).toContain('deployments.ungated');
  });

  it('is not covered by a decision about another description, another API, or one that refused or ran out', async () => {
    const { org, api, revision } = await signedApi();
    const decisionId = await decide(org, { api });
    const other = await upload(org.dev, api, sampleDescription({ extra: true }));
    expect(await reported(org, { api, revision: other.id, decisionId })).toMatchObject({
      gated: false,
      revision: other.id,
    });
    const reworded = await upload(org.dev, api, sampleDescription({ description: 'Reworded' }));
    expect(await reported(org, { api, revision: reworded.id, decisionId })).toMatchObject({ gated: true });
    const refusal = await decide(org, { api, revision: other.id });
    expect(await reported(org, { api, decisionId: refusal })).toMatchObject({
      gated: false,
      revision: other.id,
    });
    const foreign = await ownedApi(org);
    expect((await report(org, { api: foreign, decisionId })).json).toMatchObject({
      status: 422,
      errors: [{ pointer: '/decisionId' }],
    });
    expect((await report(org, { api, environment: 'staging', decisionId })).status).toBe(422);
    await takenAt(decisionId, daysAgo(3), daysAgo(1));
    expect(await reported(org, { api, revision, decisionId })).toMatchObject({ gated: false });
    expect(await reported(org, { api, revision, decisionId, at: daysAgo(2) })).toMatchObject({ gated: true });
  });

  it('is not covered by a decision that was taken only afterwards', async () => {
    const { org, api, revision } = await signedApi();
    const decisionId = await decide(org, { api });
    const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
    const late = await reported(org, { api, revision, decisionId, at: daysAgo(7) });
    expect(late).toMatchObject({ gated: false, decisionId });
    expect((await coverage(org, { api })).totals).toMatchObject({ ungatedDeployments: 1 });
    expect(await reported(org, { api, decisionId, at: at(6) })).toMatchObject({ gated: false });
    // The clocks of whoever deploys and of the gate may differ a little.
    expect(await reported(org, { api, decisionId, at: at(4) })).toMatchObject({ gated: true });
  });

  it('reported late does not turn back what runs now', async () => {
    const { org, api, revision } = await signedApi();
    const next = await upload(org.dev, api, sampleDescription({ extra: true }));
    await reported(org, { api, revision: next.id, at: daysAgo(1) });
    await reported(org, { api, revision, at: daysAgo(3) });
    expect(await productionOf(org, api)).toBe(next.id);
    must(await org.dev.api.post('/promotions', { json: { api, environment: 'production', revision } }), 201);
    await reported(org, { api, revision: next.id, at: daysAgo(0.5) });
    expect(await productionOf(org, api)).toBe(revision);
    await reported(org, { api, environment: 'staging', revision: next.id });
    expect(await productionOf(org, api)).toBe(revision);
    await reported(org, { api, revision: next.id });
    expect(await productionOf(org, api)).toBe(next.id);
  });

  it('is refused when it names what is not there, or has not happened', async () => {
    const { org, api } = await signedApi();
    const statusOf = async (json: Reported) => (await report(org, json)).status;
    expect(await statusOf({ api: randomSlug('nothing') })).toBe(404);
    expect(await statusOf({ api, environment: 'nowhere' })).toBe(404);
    expect(await statusOf({ api, revision: 'sha256:0' })).toBe(422);
    expect(await statusOf({ api, decisionId: '00000000-0000-7000-8000-000000000000' })).toBe(422);
    expect(await statusOf({ api, at: daysAgo(-1) })).toBe(422);
    expect(await statusOf({ api, at: '0000-01-01T00:00:00Z' })).toBe(422);
    expect(await statusOf({ api, at: 'yesterday' })).toBe(422);
    expect(await statusOf({ api, source: { text: 'a\0b' } })).toBe(422);
    for (const person of [org.nina, org.olga, org.sam, org.auditor])
      expect(
        (await person.api.post('/deployments', { json: { api, environment: 'production' } })).status,
      ).toBe(403);
    for (const client of [org.admin, org.paul, await world.service('ci', 'deployments:write')])
      expect((await client.api.post('/deployments', { json: { api, environment: 'staging' } })).status).toBe(
        201,
      );
  });

  it('is reported by many at the same time without one being lost', async () => {
    const { org, api, revision } = await signedApi();
    const next = await upload(org.dev, api, sampleDescription({ extra: true }));
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, at) =>
        report(org, { api, revision: at % 2 ? revision : next.id, at: daysAgo(at + 1) }),
      ),
    );
    expect(countStatuses(answers)).toEqual({ 201: 32 });
    expect(await productionOf(org, api)).toBe(next.id);
    expect(must(await org.auditor.api.get('/deployments', { query: { api } }), 200).total).toBe(32);
  });
});

describe('the coverage', () => {
  it('tells per API, environment and in all what ran without a decision', async () => {
    const { org, api } = await signedApi();
    const other = await ownedApi(org);
    const decisionId = await decide(org, { api });
    await takenAt(decisionId, daysAgo(3));
    await reported(org, { api, decisionId });
    await reported(org, { api, decisionId, at: daysAgo(2) });
    await reported(org, { api: other });
    await reported(org, { api: other, environment: 'staging' });
    const both = await coverage(org, { api: [api, other] });
    expect(both.totals).toEqual({ apis: 3, gatedApis: 1, deployments: 4, ungatedDeployments: 2 });
    expect(
      both.apis.map((row: Record<string, unknown>) => [
        row.api,
        row.environment,
        row.gated,
        row.deployments,
        row.ungatedDeployments,
      ]),
    ).toEqual([
      [other, 'production', false, 1, 1],
      [other, 'staging', false, 1, 1],
      [api, 'production', true, 2, 0],
    ]);
    expect(both.apis[2].lastDecisionAt).toMatch(/^\d{4}-/);
    expect(both.apis[0].lastDecisionAt).toBeNull();
    expect((await coverage(org, { api: [api, other], gated: 'true' })).totals).toMatchObject({
      apis: 1,
      ungatedDeployments: 0,
    });
    expect((await coverage(org, { api: other, environment: 'staging' })).totals).toMatchObject({
      apis: 1,
      deployments: 1,
    });
    expect((await coverage(org, { api: randomSlug('nothing') })).totals).toEqual({
      apis: 0,
      gatedApis: 0,
      deployments: 0,
      ungatedDeployments: 0,
    });
  });
});

describe('the deployments', () => {
  it('are paged by when they happened, also where many happened at once', async () => {
    const { org, api } = await signedApi();
    const moments = [daysAgo(1), daysAgo(3), daysAgo(1), daysAgo(2), daysAgo(1), daysAgo(3)];
    for (const at of moments) await reported(org, { api, at, environment: 'staging' });
    for (const sort of ['at', '-at']) {
      const rows: { id: string; at: string }[] = [];
      for (let cursor: string | undefined; ;) {
        const query = { api, sort, limit: 2, ...(cursor ? { cursor } : {}) };
        const page = must(await org.auditor.api.get('/deployments', { query }), 200);
        expect(page.total).toBe(6);
        rows.push(...page.items);
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      expect(new Set(rows.map(({ id }) => id)).size).toBe(6);
      const sorted = moments.toSorted();
      expect(rows.map(({ at }) => at)).toEqual(sort === 'at' ? sorted : sorted.toReversed());
    }
    const query = { api, from: daysAgo(2.5), to: daysAgo(1.5) };
    expect(must(await org.auditor.api.get('/deployments', { query }), 200).total).toBe(1);
    expect(
      must(await org.auditor.api.get('/deployments', { query: { api, gated: 'true' } }), 200).total,
    ).toBe(0);
  });
});
