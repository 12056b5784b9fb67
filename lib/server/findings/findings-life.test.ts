import { describe, expect, it } from 'vitest';
import { HIGH, bringBack, gate, must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();
const DAY = 86_400_000;

interface Finding {
  id: string;
  rule: string;
  severity: string;
  state: string;
  fingerprint: string;
  firstSeenAt: string;
  lastSeenAt: string;
  fixedAt: string | null;
  reintroducedAt: string | null;
  dueAt: string | null;
  version: number;
}

const open = sampleDescription({ isOpen: true });
const clean = sampleDescription();

const all = async (org: Organisation, query: Record<string, string | number | string[]>) =>
  must(await org.auditor.api.get('/findings', { query: { limit: 200, ...query } }), 200);
async function severe(org: Organisation, api: string): Promise<Finding> {
  const { items } = await all(org, { api });
  const found = items.find((one: Finding) => one.severity === 'critical' || one.severity === 'high');
  expect(found).toBeDefined();
  return found;
}
const one = async (org: Organisation, id: string): Promise<Finding> =>
  must(await org.auditor.api.get(`/findings/${id}`), 200);
const judge = (person: TestPerson, id: string, state: string, ifMatch?: string) =>
  person.api.patch(`/findings/${id}`, {
    json: { state, reason: 'Looked at it' },
    ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}),
  });

describe('a finding', () => {
  it('is new, still there, fixed, and open again when it comes back', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, open);
    const fresh = await severe(org, api);
    expect(fresh).toMatchObject({
      state: 'open',
      fixedAt: null,
      reintroducedAt: null,
      firstSeenAt: fresh.lastSeenAt,
    });

    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Reworded' }));
    const still = await one(org, fresh.id);
    expect(still).toMatchObject({
      id: fresh.id,
      state: 'open',
      firstSeenAt: fresh.firstSeenAt,
      reintroducedAt: null,
      dueAt: fresh.dueAt,
    });
    expect(Date.parse(still.lastSeenAt)).toBeGreaterThan(Date.parse(fresh.lastSeenAt));

    await upload(org.dev, api, clean);
    const fixed = await one(org, fresh.id);
    expect(fixed).toMatchObject({
      state: 'fixed',
      fixedAt: expect.any(String),
      reintroducedAt: null,
      firstSeenAt: fresh.firstSeenAt,
    });

    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Back' }));
    const back = await one(org, fresh.id);
    expect(back).toMatchObject({ state: 'open', fixedAt: null, firstSeenAt: fresh.firstSeenAt });
    expect(Date.parse(back.dueAt!)).toBeGreaterThan(Date.parse(fresh.dueAt!));
    expect(Date.parse(back.reintroducedAt!)).toBeGreaterThanOrEqual(Date.parse(fixed.fixedAt!));
    expect(back.reintroducedAt).toBe(back.lastSeenAt);
    const listed = (await all(org, { api })).items.find(({ id }: Finding) => id === fresh.id);
    expect(listed).toMatchObject({ reintroducedAt: back.reintroducedAt });

    // Still there since it came back; that it did stays with it when it is fixed once more.
    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Back, and reworded' }));
    const stays = await one(org, fresh.id);
    expect(stays.reintroducedAt).toBe(back.reintroducedAt);
    expect(Date.parse(stays.lastSeenAt)).toBeGreaterThan(Date.parse(back.lastSeenAt));

    // The same, where a description that was there before is brought back.
    await bringBack(org.dev, api, clean);
    expect(await one(org, fresh.id)).toMatchObject({ state: 'fixed', reintroducedAt: back.reintroducedAt });
    await bringBack(org.dev, api, open);
    const again = await one(org, fresh.id);
    expect(Date.parse(again.reintroducedAt!)).toBeGreaterThan(Date.parse(back.reintroducedAt!));
    expect(again).toMatchObject({ state: 'open', fixedAt: null });
    expect(Date.parse(again.dueAt!)).toBeGreaterThan(Date.parse(back.dueAt!));
  });

  it('is due by the tier and its severity', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    for (const finding of (await all(org, { api })).items as Finding[]) {
      const days = { critical: 7, high: 30, medium: 60, low: 180, info: null }[finding.severity] as
        | number
        | null;
      const due =
        finding.dueAt === null ? null : (Date.parse(finding.dueAt) - Date.parse(finding.firstSeenAt)) / DAY;
      expect(due).toBe(days);
    }
  });

  it('that is acknowledged still blocks, and one that security calls false does not', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const { items } = await all(org, { api, severity: ['critical', 'high'] });
    for (const { id } of items) must(await judge(org.dev, id, 'acknowledged'), 200);
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    for (const person of [org.dev, org.mona, org.admin, org.nina])
      expect((await judge(person, items[0].id, 'false-positive')).status).toBe(403);
    for (const person of [org.nina, org.olga, org.admin, org.auditor])
      expect((await judge(person, items[0].id, 'open')).status).toBe(403);
    for (const { id } of items) must(await judge(org.sam, id, 'false-positive'), 200);
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    // What people said stays with it over uploads, and can be taken back.
    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Reworded' }));
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    must(await judge(org.dev, items[0].id, 'open'), 200);
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    const audit = must(
      await org.auditor.api.get('/audit', { query: { subject: items[0].id, sort: 'seq' } }),
      200,
    ).items;
    expect(audit.map((event: { action: string }) => event.action)).toEqual([
      'finding.acknowledged',
      'finding.dismissed',
      'finding.reopened',
    ]);
  });

  it('that is fixed has nothing left to judge but that it was false', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const { id } = await severe(org, api);
    await upload(org.dev, api, clean);
    for (const state of ['open', 'acknowledged'])
      expect(await judge(org.dev, id, state)).toMatchObject({ status: 409, json: { code: 'finding.fixed' } });
    must(await judge(org.sam, id, 'false-positive'), 200);
    await upload(org.dev, api, sampleDescription({ isOpen: true, description: 'Back' }));
    expect(await one(org, id)).toMatchObject({ state: 'false-positive' });
  });

  it('that was false is fixed when that is taken back after it had gone, and open when it is there', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const { id } = await severe(org, api);
    must(await judge(org.sam, id, 'false-positive'), 200);
    await upload(org.dev, api, clean);
    expect(await one(org, id)).toMatchObject({ state: 'false-positive', fixedAt: expect.any(String) });
    expect(must(await judge(org.dev, id, 'open'), 200)).toMatchObject({ state: 'fixed' });
    const [event] = must(await org.auditor.api.get('/audit', { query: { subject: id } }), 200).items;
    expect(event).toMatchObject({
      action: 'finding.reopened',
      data: { before: 'false-positive', after: 'fixed' },
    });

    // Gone, called false, and back: there is something to open.
    must(await judge(org.sam, id, 'false-positive'), 200);
    await bringBack(org.dev, api, open);
    expect(await one(org, id)).toMatchObject({ state: 'false-positive', fixedAt: null });
    await bringBack(org.dev, api, clean);
    expect(must(await judge(org.dev, id, 'acknowledged'), 200)).toMatchObject({ state: 'fixed' });
    must(await judge(org.sam, id, 'false-positive'), 200);
    await bringBack(org.dev, api, open);
    expect(must(await judge(org.dev, id, 'acknowledged'), 200)).toMatchObject({ state: 'acknowledged' });
  });

  it('of an older description blocks that one still', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const { id: old } = must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0];
    await upload(org.dev, api, clean);
    const codesOf = async (revision?: string) =>
      must(
        await org.dev.api.get('/gate', { query: { api, environment: 'production', revision } }),
        200,
      ).reasons.map((reason: { code: string }) => reason.code);
    expect(await codesOf()).not.toContain('findings.blocking');
    expect(await codesOf(old)).toContain('findings.blocking');
  });

  it('is not judged by somebody who saw an older version, and once of many at the same time', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const { id } = await severe(org, api);
    const tag = (await org.dev.api.get(`/findings/${id}`)).headers.get('etag')!;
    must(await judge(org.dev, id, 'acknowledged', tag), 200);
    expect((await judge(org.dev, id, 'open', tag)).status).toBe(412);
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, at) => judge(org.dev, id, at % 2 ? 'open' : 'acknowledged')),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect((await one(org, id)).version).toBe(26);
    expect((await judge(org.dev, '00000000-0000-7000-8000-000000000000', 'open')).status).toBe(404);
    expect(
      (await org.dev.api.patch(`/findings/${id}`, { json: { state: 'fixed', reason: 'x'.repeat(9) } }))
        .status,
    ).toBe(422);
    expect(
      (await org.dev.api.patch(`/findings/${id}`, { json: { state: 'open', reason: ' ' } })).status,
    ).toBe(422);
  });
});

describe('the findings', () => {
  it('are filtered, counted by facet and paged in every order', async () => {
    const org = await world.organisation();
    const [first, second] = [await ownedApi(org, {}, open), await ownedApi(org, HIGH, open)];
    await upload(org.dev, first, clean);
    const both = { api: [first, second] };
    const { items, total, facets } = await all(org, both);
    expect(total).toBe(items.length);
    const count = (name: 'severity' | 'state', value: string) =>
      items.filter((item: Finding) => item[name] === value).length;
    for (const name of ['severity', 'state'] as const)
      for (const { value, count: counted } of facets[name])
        expect([name, value, counted]).toEqual([name, value, count(name, value)]);
    const fixed = await all(org, { ...both, state: 'fixed' });
    expect(fixed.total).toBe(count('state', 'fixed'));
    expect(
      Object.fromEntries(
        fixed.facets.state.map((facet: { value: string; count: number }) => [facet.value, facet.count]),
      ),
    ).toEqual(
      Object.fromEntries(
        facets.state.map((facet: { value: string; count: number }) => [facet.value, facet.count]),
      ),
    );
    expect((await all(org, { ...both, team: org.root })).total).toBe(0);
    expect((await all(org, { ...both, team: org.root, subtree: 'true' })).total).toBe(total);
    expect((await all(org, { ...both, lifecycle: 'retired' })).total).toBe(0);
    expect((await all(org, { ...both, rule: items[0].rule })).total).toBe(
      items.filter((item: Finding) => item.rule === items[0].rule).length,
    );
    expect((await all(org, { ...both, q: '%' })).total).toBe(
      items.filter((item: { title: string }) => item.title.includes('%')).length,
    );
    for (const sort of ['severity', '-severity', 'dueAt', '-dueAt', 'firstSeenAt', '-firstSeenAt']) {
      const ids: string[] = [];
      for (let cursor: string | undefined; ;) {
        const page = await all(org, { ...both, sort, limit: 3, ...(cursor ? { cursor } : {}) });
        ids.push(...page.items.map((item: Finding) => item.id));
        if (page.nextCursor === null) break;
        cursor = page.nextCursor;
      }
      const whole = (await all(org, { ...both, sort })).items;
      expect(ids).toEqual(whole.map((item: Finding) => item.id));
      if (!sort.endsWith('dueAt')) continue;
      const due = whole.map((item: Finding) => item.dueAt);
      expect(due.slice(due.indexOf(null) < 0 ? due.length : due.indexOf(null))).toEqual(
        due.filter((at: string | null) => at === null),
      );
    }
  });

  it('that are settled come behind those that are to be mended, whichever way the list runs', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, open);
    await upload(org.dev, api, clean);
    const { items } = await all(org, { api, state: 'open' });
    await must(await judge(org.sam, items[0].id, 'false-positive'), 200);
    const isSettled = (item: Finding) => item.state === 'fixed' || item.state === 'false-positive';
    for (const sort of ['severity', '-severity']) {
      const whole: Finding[] = (await all(org, { api, sort })).items;
      const firstSettled = whole.findIndex(isSettled);
      expect(firstSettled).toBeGreaterThan(0);
      expect(whole.slice(firstSettled).every(isSettled)).toBe(true);
    }
    for (const sort of ['dueAt', '-dueAt']) {
      const whole: Finding[] = (await all(org, { api, sort })).items.filter((item: Finding) => item.dueAt);
      const firstSettled = whole.findIndex(isSettled);
      expect(whole.slice(firstSettled).every(isSettled)).toBe(true);
      expect(whole.slice(0, firstSettled).some(isSettled)).toBe(false);
    }
  });
});
