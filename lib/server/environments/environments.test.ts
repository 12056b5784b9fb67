import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import {
  HIGH,
  LOW,
  must,
  ownedApi,
  signedReview,
  submittedReview,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

const put = (person: TestPerson, slug: string, json: Record<string, unknown>, ifMatch?: string) =>
  person.api.put(`/environments/${slug}`, {
    json: { name: 'Canary', order: 25, gate: 'enforce', ...json },
    ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}),
  });
const preview = async (org: Organisation, slug: string, gate = 'enforce') =>
  must(await org.auditor.api.get(`/environments/${slug}/preview`, { query: { gate } }), 200);

describe('an environment', () => {
  it('is made and changed by administrators alone, and audited', async () => {
    const org = await world.organisation();
    const slug = randomSlug('env');
    for (const person of [org.mona, org.sam, org.dev, org.auditor])
      expect((await put(person, slug, {})).status).toBe(403);
    const made = await put(org.admin, slug, {});
    expect(made).toMatchObject({ status: 201, json: { slug, gate: 'enforce', frozen: false, version: 1 } });
    const changed = await put(org.admin, slug, { gate: 'shadow', frozen: true });
    expect(changed).toMatchObject({ status: 200, json: { gate: 'shadow', frozen: true, version: 2 } });
    const { items } = must(
      await org.auditor.api.get('/audit', { query: { subject: slug, sort: 'seq' } }),
      200,
    );
    expect(items).toMatchObject([
      { action: 'environment.created', actor: org.admin.email },
      {
        action: 'environment.changed',
        data: { before: { gate: 'enforce' }, after: { gate: 'shadow', frozen: true } },
      },
    ]);
    const all = must(await org.nina.api.get('/environments'), 200).items;
    expect(all.map((one: { order: number }) => one.order)).toEqual(
      all.map((one: { order: number }) => one.order).toSorted((a: number, b: number) => a - b),
    );
    expect((await org.nina.api.get(`/environments/${randomSlug('no')}`)).status).toBe(404);
    for (const json of [{ gate: 'maybe' }, { order: -1 }, { order: 1.5 }, { name: '' }, { colour: 'red' }])
      expect((await put(org.admin, slug, json)).status).toBe(422);
  });

  it('refuses a stale write, and is made once however many make it', async () => {
    const org = await world.organisation();
    const slug = randomSlug('env');
    expect((await put(org.admin, slug, {}, '"v1"')).status).toBe(412);
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, at) => put(org.admin, slug, { order: at })),
    );
    const counts = countStatuses(answers);
    expect(counts[201]).toBe(1);
    expect((counts[200] ?? 0) + (counts[412] ?? 0)).toBe(7);
    const tag = (await org.nina.api.get(`/environments/${slug}`)).headers.get('etag')!;
    expect((await put(org.admin, slug, {}, tag)).status).toBe(200);
    expect((await put(org.admin, slug, {}, tag)).status).toBe(412);
  });

  it('is not changed by somebody who means to make it', async () => {
    const org = await world.organisation();
    const slug = randomSlug('env');
    const make = (name: string) =>
      org.admin.api.put(`/environments/${slug}`, {
        json: { name, order: 25, gate: 'enforce' },
        headers: { 'if-none-match': '*' },
      });
    const answers = await Promise.all(['First', 'Second', 'Third'].map(make));
    expect(countStatuses(answers)).toEqual({ 201: 1, 412: 2 });
    const late = await make('Late');
    expect(late).toMatchObject({ status: 412, json: { detail: `There is an environment ${slug} already.` } });
    const made = answers.find(({ status }) => status === 201)?.json;
    const { json } = await org.nina.api.get(`/environments/${slug}`);
    expect(json).toMatchObject({ name: made.name, version: 1 });
  });

  it('that is new asks for a review of every API at once', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    await signedReview(org, api);
    const slug = randomSlug('env');
    must(await put(org.admin, slug, {}), 201);
    const query = { api, environment: slug };
    expect(must(await org.dev.api.get('/gate', { query }), 200)).toMatchObject({
      outcome: 'prevented',
      allowed: false,
    });
    const [row] = must(await org.dev.api.get('/apis', { query: { q: api, environment: slug } }), 200).items;
    expect(row).toMatchObject({ slug: api, gate: 'prevented', signOff: { state: 'missing' } });
    const made = must(
      await org.dev.api.post('/apis', {
        json: { slug: randomSlug('api'), name: 'New', kind: 'rest', lifecycle: 'design', ...HIGH },
      }),
      201,
    );
    expect(made.verdicts.map((one: { environment: string }) => one.environment)).toContain(slug);
  });
});

describe('the look at what would be blocked', () => {
  it('counts the decisions of 30 days and names their reasons', async () => {
    const org = await world.organisation();
    const slug = randomSlug('env');
    must(await put(org.admin, slug, { gate: 'shadow' }), 201);
    const [blocked, signed] = [await ownedApi(org), await ownedApi(org)];
    await signedReview(org, signed, { environment: slug });
    for (const api of [blocked, blocked, signed, blocked])
      must(await org.dev.api.post('/gate', { json: { api, environment: slug } }), 200);
    const old = must(await org.dev.api.post('/gate', { json: { api: blocked, environment: slug } }), 200);
    await world.database.pool.query(
      `UPDATE decisions SET evaluated_at = now() - interval '31 days' WHERE id = $1`,
      [old.decisionId],
    );
    const seen = await preview(org, slug);
    expect(seen.wouldBlock).toEqual([
      {
        api: blocked,
        name: blocked,
        team: org.a,
        decisions: 3,
        outcome: 'prevented',
        codes: ['review.none'],
      },
    ]);
    expect(seen.totals).toMatchObject({ decisions: 4, blockedDecisions: 3 });
    const off = await preview(org, slug, 'off');
    expect(off).toMatchObject({
      wouldBlock: [],
      nobodyCanApprove: [],
      totals: { decisions: 4, blockedDecisions: 0, blockedApis: 0 },
    });
    expect((await org.dev.api.get(`/environments/${randomSlug('no')}/preview`)).status).toBe(404);
    expect(
      (await org.dev.api.get(`/environments/${slug}/preview`, { query: { gate: 'maybe' } })).status,
    ).toBe(422);
  });

  it('tells of an API once, with the last outcome and every reason given, those most stopped first', async () => {
    const org = await world.organisation();
    const slug = randomSlug('env');
    must(await put(org.admin, slug, { gate: 'shadow' }), 201);
    const ask = async (api: string) =>
      must(await org.dev.api.post('/gate', { json: { api, environment: slug } }), 200);
    const [once, unknown, nobodys] = [await ownedApi(org), randomSlug('api'), randomSlug('nothing')];
    await ask(nobodys);
    for (const _ of [1, 2]) await ask(unknown);
    for (const _ of [1, 2, 3]) await ask(once);
    await submittedReview(org, once, { environment: slug });
    await ask(once);
    const json = { slug: unknown, name: 'Known by now', kind: 'rest', lifecycle: 'production', ...LOW };
    must(await org.mona.api.post('/apis', { json: { ...json, team: org.a } }), 201);
    await ask(unknown);
    expect((await preview(org, slug)).wouldBlock).toEqual([
      {
        api: once,
        name: once,
        team: org.a,
        decisions: 4,
        outcome: 'awaiting',
        codes: ['review.none', 'review.open'],
      },
      {
        api: unknown,
        name: 'Known by now',
        team: org.a,
        decisions: 3,
        outcome: 'prevented',
        codes: ['api.unknown', 'review.none', 'revision.none'],
      },
      { api: nobodys, name: nobodys, team: null, decisions: 1, outcome: 'invalid', codes: ['api.unknown'] },
    ]);
  });

  it('names the APIs that nobody could approve, as the rules have it', async () => {
    const org = await world.organisation();
    const solo = randomSlug('solo');
    must(await org.admin.api.post('/teams', { json: { slug: solo, name: 'Solo' } }), 201);
    const only = await world.person('only', 'security');
    must(await org.admin.api.put(`/teams/${solo}/members/${only.email}`, { json: { role: 'manager' } }), 201);
    const owned = async (fields: Record<string, unknown>) => {
      const slug = randomSlug('api');
      const json = {
        slug,
        name: slug,
        kind: 'rest',
        lifecycle: 'production',
        ...HIGH,
        team: solo,
        ...fields,
      };
      must(await only.api.post('/apis', { json }), 201);
      return slug;
    };
    const [high, low] = [await owned({}), await owned({ exposure: 'internal', dataClass: 'public' })];
    const unowned = await owned({ team: undefined });
    // With the same person below somebody else, and with nobody below the same person.
    const team = async (parent: string) => {
      const slug = randomSlug('team');
      must(await org.admin.api.post('/teams', { json: { slug, name: slug, parent } }), 201);
      return slug;
    };
    const [below, empty] = [await team(org.root), await team(solo)];
    must(
      await org.admin.api.put(`/teams/${below}/members/${only.email}`, { json: { role: 'manager' } }),
      201,
    );
    const highBelow = await owned({ team: below });
    const highEmpty = await owned({ team: empty });
    const lowEmpty = await owned({ team: empty, exposure: 'internal', dataClass: 'public' });
    const offered = await owned({ team: undefined });
    must(await only.api.post(`/apis/${offered}/ownership`, { json: { team: org.a } }), 200);
    const named = async () =>
      (await preview(org, 'staging')).nobodyCanApprove.map((one: { api: string }) => one.api);
    const ours = [high, low, unowned, highBelow, highEmpty, lowEmpty, offered];
    const namedOfOurs = async () => (await named()).filter((api: string) => ours.includes(api)).toSorted();
    expect(await namedOfOurs()).toEqual([unowned, offered].toSorted());
    // The only security there is, and the only owner: nobody signs twice.
    await world.database.pool.query(`UPDATE people SET active = false WHERE role = 'security' AND id <> $1`, [
      only.id,
    ]);
    expect(await namedOfOurs()).toEqual([unowned, offered, high, highEmpty].toSorted());
    await world.database.pool.query(`UPDATE people SET active = false WHERE id = $1`, [only.id]);
    expect(await namedOfOurs()).toEqual(ours.toSorted());
    await world.database.pool.query(`UPDATE people SET active = true WHERE role = 'security'`);
  });
});
