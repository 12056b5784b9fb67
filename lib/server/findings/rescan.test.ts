import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RULE_SET } from '#lib/domain/scan/rules.ts';
import { rescanJob } from './rescan-job.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import { HIGH, gate, must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();
const never = new AbortController().signal;
const rescan = (signal = never) => rescanJob.run(makeContext(SYSTEM), signal);

const query = (text: string, values: unknown[]) => world.database.pool.query(text, values);

/** As if earlier rules, which knew less, had scanned the newest description of an API. */
async function scanWithEarlierRules(api: string): Promise<void> {
  await query(
    `DELETE FROM revision_findings WHERE revision_id = (SELECT latest_revision_id FROM apis WHERE slug = $1)`,
    [api],
  );
  await query(`DELETE FROM findings WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`, [api]);
  await query(
    `UPDATE revisions SET scan_rule_set = '2000.1', scan_score = 100, scan_grade = 'A', scan_counts = $2
     WHERE id = (SELECT latest_revision_id FROM apis WHERE slug = $1)`,
    [api, { critical: 0, high: 0, medium: 0, low: 0, info: 0 }],
  );
}

const progress = async (org: Organisation) => must(await org.auditor.api.get('/scan/progress'), 200);
const newest = async (org: Organisation, api: string) =>
  must(await org.auditor.api.get(`/apis/${api}/revisions`), 200).items[0];

describe('new rules', () => {
  it('are tried on the newest description of every API, and the gate heeds what they find', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    const scanned = await newest(org, api);
    await scanWithEarlierRules(api);
    expect(await progress(org)).toMatchObject({ ruleSet: RULE_SET, waiting: 1 });

    expect(await rescan()).toBe(1);
    expect(await progress(org)).toMatchObject({ waiting: 0, failed: [] });
    expect((await newest(org, api)).scan).toEqual(scanned.scan);
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    const findings = must(await org.auditor.api.get('/findings', { query: { api } }), 200);
    expect(findings.total).toBeGreaterThan(0);
    const { items } = must(
      await org.auditor.api.get('/audit', { query: { subject: api, action: 'revision.rescanned' } }),
      200,
    );
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      actor: 'system',
      data: {
        ruleSet: { before: '2000.1', after: RULE_SET },
        score: { before: 100, after: scanned.scan.score },
      },
    });
    expect(await rescan()).toBe(0);
  });

  it('keep what people decided about a finding, and its age', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
    const list = async () =>
      must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200).items;
    const [first] = await list();
    const reason = 'Known, and being mended this week';
    must(await org.anna.api.patch(`/findings/${first.id}`, { json: { state: 'acknowledged', reason } }), 200);
    const before = await list();
    await query(
      `UPDATE revisions SET scan_rule_set = '2000.1' WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
      [api],
    );
    expect(await rescan()).toBe(1);
    const after = await list();
    const kept = ({ id, state, firstSeenAt, dueAt, occurrences }: (typeof before)[number]) => ({
      id,
      state,
      firstSeenAt,
      dueAt,
      occurrences,
    });
    expect(after.map(kept)).toEqual(before.map(kept));
  });

  it('go on where they were stopped', async () => {
    const org = await world.organisation();
    const apis = [await ownedApi(org), await ownedApi(org), await ownedApi(org)];
    for (const api of apis) await scanWithEarlierRules(api);
    const stopping = new AbortController();
    stopping.abort();
    expect(await rescan(stopping.signal)).toBe(0);
    expect(await progress(org)).toMatchObject({ waiting: 3 });
    const both = await Promise.all([rescan(), rescan()]);
    expect(both[0] + both[1]).toBe(3);
    expect(await progress(org)).toMatchObject({ waiting: 0 });
  });

  it('are tried on what runs in production, too, without a word about what is open', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    const old = (await newest(org, api)).id;
    const mended = await upload(org.dev, api, sampleDescription());
    must(
      await org.mona.api.post('/deployments', { json: { api, environment: 'production', revision: old } }),
      201,
    );
    const codes = async () => {
      const asked = { api, environment: 'production', revision: old };
      const { reasons } = must(await org.dev.api.get('/gate', { query: asked }), 200);
      return reasons.map(({ code }: { code: string }) => code);
    };
    const all = async () =>
      must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200).items.map(
        ({ rule, state, firstSeenAt, dueAt }: Record<string, unknown>) => ({
          rule,
          state,
          firstSeenAt,
          dueAt,
        }),
      );
    const before = await all();
    expect(await codes()).toContain('findings.blocking');
    // As if earlier rules had found nothing severe in it.
    const severe = `SELECT id FROM findings WHERE severity IN ('critical', 'high') AND api_id = (SELECT api_id FROM revisions WHERE id = $1)`;
    await query(`DELETE FROM revision_findings WHERE revision_id = $1 AND finding_id IN (${severe})`, [old]);
    await query(`UPDATE revisions SET scan_rule_set = '2000.1' WHERE id = $1`, [old]);
    expect(await codes()).not.toContain('findings.blocking');
    expect(await progress(org)).toMatchObject({ waiting: 1 });
    expect(await rescan()).toBe(1);
    expect(await codes()).toContain('findings.blocking');
    expect(await all()).toEqual(before);
    expect((await newest(org, api)).id).toBe(mended.id);
    // What was called false stays so.
    const { items } = must(
      await org.sam.api.get('/findings', { query: { api, severity: ['critical', 'high'] } }),
      200,
    );
    for (const { id } of items)
      must(
        await org.sam.api.patch(`/findings/${id}`, {
          json: { state: 'false-positive', reason: 'Looked at' },
        }),
        200,
      );
    await query(`UPDATE findings SET fingerprint = 'moved-' || fingerprint WHERE id = ANY ($1)`, [
      items.map(({ id }: { id: string }) => id),
    ]);
    await query(`UPDATE revisions SET scan_rule_set = '2000.1' WHERE id = $1`, [old]);
    expect(await rescan()).toBe(1);
    expect(await codes()).not.toContain('findings.blocking');
  });

  it('find in what runs nothing that seems to come back with the newest', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    const old = (await newest(org, api)).id;
    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Reworded' }));
    const deployed = { api, environment: 'production', revision: old };
    must(await org.mona.api.post('/deployments', { json: deployed }), 201);
    await query(`DELETE FROM revision_findings WHERE revision_id = $1`, [old]);
    await scanWithEarlierRules(api);
    await query(`UPDATE revisions SET scan_rule_set = '2000.1' WHERE id = $1`, [old]);
    expect(await rescan()).toBe(2);
    const { items } = must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200);
    expect(items.length).toBeGreaterThan(2);
    for (const finding of items) expect(finding).toMatchObject({ state: 'open', reintroducedAt: null });
    // One cause may weigh more in the newest than in what runs.
    await query(
      `UPDATE findings SET severity = 'critical' WHERE api_id = (SELECT api_id FROM revisions WHERE id = $1)`,
      [old],
    );
    await query(`UPDATE revisions SET scan_rule_set = '2000.1' WHERE id = $1`, [old]);
    expect(await rescan()).toBe(1);
    const after = must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200).items;
    for (const finding of after) expect(finding.severity).toBe('critical');
  });

  it('leave alone what is not the newest', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await query(
      `UPDATE revisions SET scan_rule_set = '2000.1' WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
      [api],
    );
    await upload(org.dev, api, sampleDescription({ extra: true }));
    expect(await rescan()).toBe(0);
  });

  it('that cannot be tried on a description leave its result, say so, and are not tried on it again', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const { id, digest } = await newest(org, api);
    await scanWithEarlierRules(api);
    await query(`UPDATE revision_contents SET gzip = $2 WHERE digest = $1`, [
      digest,
      gzipSync('openapi: [1, 2'),
    ]);
    expect(await rescan()).toBe(1);
    const { waiting, failed } = await progress(org);
    expect(waiting).toBe(0);
    expect(failed).toEqual([{ api, revision: id, reason: expect.stringMatching(/./) }]);
    expect((await newest(org, api)).scan).toMatchObject({ ruleSet: '2000.1', score: 100 });
    expect(await rescan()).toBe(0);
  });
});
