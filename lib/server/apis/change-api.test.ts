import { describe, expect, it } from 'vitest';
import { countStatuses } from '../testing/count-statuses.ts';
import { LOW, must, ownedApi, signedReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

const body = (slug: string) => ({ slug, name: slug, kind: 'rest', lifecycle: 'design', ...LOW });
const register = (person: TestPerson, json: Record<string, unknown>) => person.api.post('/apis', { json });
const change = (person: TestPerson, api: string, json: Record<string, unknown>, ifMatch?: string) =>
  person.api.patch(`/apis/${api}`, { json, ...(ifMatch ? { headers: { 'if-match': ifMatch } } : {}) });
const lastEvent = async (org: Organisation, subject: string) =>
  must(await org.auditor.api.get('/audit', { query: { subject, sort: '-seq', limit: 1 } }), 200).items[0];

describe('registering', () => {
  it('is for everybody, for a team only of its own people, and owned at once only by its managers', async () => {
    const org = await world.organisation();
    const made = async (person: TestPerson, team?: string) => {
      const { status, json } = await register(person, { ...body(randomSlug('api')), team });
      return status === 201 ? json.owner.state : json.code;
    };
    expect(await made(org.nina)).toBe('none');
    expect(await made(org.admin)).toBe('none');
    expect(await made(org.nina, org.a)).toBe('forbidden');
    expect(await made(org.admin, org.a)).toBe('forbidden');
    expect(await made(org.sam, org.a)).toBe('forbidden');
    expect(await made(org.dev, org.a)).toBe('offered');
    expect(await made(org.anna, org.a)).toBe('offered');
    expect(await made(org.mona, org.a)).toBe('accepted');
    expect(await made(org.paul, org.a)).toBe('accepted');
    expect(await made(org.mona, randomSlug('nowhere'))).toBe('not-found');
    expect((await register(org.auditor, body(randomSlug('api')))).status).toBe(403);
  });

  it('takes a slug once, however many want it at the same time', async () => {
    const org = await world.organisation();
    const slug = randomSlug('api');
    const answers = await Promise.all(Array.from({ length: 12 }, () => register(org.nina, body(slug))));
    expect(countStatuses(answers)).toEqual({ 201: 1, 409: 11 });
    expect(answers.find(({ status }) => status === 409)!.json.code).toBe('api.slug-taken');
  });

  it('keeps what was said, and no password in an address', async () => {
    const org = await world.organisation();
    const slug = randomSlug('api');
    const json = {
      ...body(slug),
      description: 'Line one\nLine two',
      tags: ['a', 'b'],
      hosts: [{ host: 'api.example.com:8443', basePath: '/v1', environment: 'production' }],
      repository: 'https://robot:canary-secret@GitHub.com/Org/Repo.git/',
      protections: { gateway: true, waf: false },
    };
    const made = must(await register(org.nina, json), 201);
    expect(made).toMatchObject({
      ...json,
      repository: 'https://github.com/Org/Repo',
      tier: 'low',
      registeredBy: org.nina.email,
    });
    must(
      await change(org.nina, slug, {
        repository: 'https://robot:canary-secret@example.com/x?token=canary-secret',
      }),
      200,
    );
    const { text } = await org.auditor.api.get('/audit', { query: { subject: slug } });
    expect(text).toContain('https://example.com/x');
    expect(text).not.toContain('canary-secret');
  });
});

describe('changing', () => {
  it('is for the owning team and managers above it, and for who registered it while nobody owns it', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    for (const person of [org.mona, org.anna, org.dev, org.paul])
      must(await change(person, api, { name: `By ${person.email}` }), 200);
    for (const person of [org.olga, org.nina, org.admin, org.sam, org.auditor])
      expect((await change(person, api, { name: 'Mine' })).status).toBe(403);
    const unowned = randomSlug('api');
    must(await register(org.nina, body(unowned)), 201);
    must(await change(org.nina, unowned, { name: 'Mine' }), 200);
    expect((await change(org.dev, unowned, { name: 'Mine' })).status).toBe(403);
    expect((await change(org.nina, randomSlug('nothing'), { name: 'x' })).status).toBe(404);
  });

  it('writes what was and what is, in the words of the request', async () => {
    const org = await world.organisation();
    const [api, shop] = [await ownedApi(org), randomSlug('shop')];
    must(await org.mona.api.post('/applications', { json: { slug: shop, name: 'Shop' } }), 201);
    must(await change(org.dev, api, { application: shop, tags: ['x'] }), 200);
    must(await change(org.dev, api, { application: null, lifecycle: 'deprecated' }), 200);
    expect(await lastEvent(org, api)).toMatchObject({
      action: 'api.changed',
      actor: org.dev.email,
      data: {
        before: { application: shop, lifecycle: 'production' },
        after: { application: null, lifecycle: 'deprecated' },
      },
    });
    expect((await change(org.dev, api, { application: randomSlug('nothing') })).status).toBe(404);
    expect((await change(org.dev, api, { slug: 'other' })).json.errors[0].pointer).toBe('/slug');
    expect((await change(org.dev, api, { team: org.b })).status).toBe(422);
  });

  it('refuses a stale write, and loses none of many at the same time', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const seen = (await org.dev.api.get(`/apis/${api}`)).headers.get('etag')!;
    must(await change(org.dev, api, { name: 'One' }, seen), 200);
    expect((await change(org.dev, api, { name: 'Two' }, seen)).json).toMatchObject({
      status: 412,
      code: 'stale-write',
    });
    const weak = `W/${(await org.dev.api.get(`/apis/${api}`)).headers.get('etag')}`;
    must(await change(org.dev, api, { name: 'Three' }, `"v1", ${weak}`), 200);
    must(await change(org.dev, api, { name: 'Three' }, '*'), 200);
    expect((await change(org.dev, api, { name: 'Four' }, '"nonsense"')).status).toBe(412);

    const { version } = must(await org.dev.api.get(`/apis/${api}`), 200);
    const answers = await Promise.all(
      Array.from({ length: 32 }, (_, at) => change(org.dev, api, { description: `Writer ${at}` })),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(must(await org.dev.api.get(`/apis/${api}`), 200).version).toBe(version + 32);
    const same = `"v${version + 32}"`;
    const raced = await Promise.all(
      Array.from({ length: 32 }, (_, at) => change(org.dev, api, { name: `${at}` }, same)),
    );
    expect(countStatuses(raced)).toEqual({ 200: 1, 412: 31 });
  });

  it('moves the tier, and with it when findings are due', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
    const dueDays = async () => {
      const { items } = must(await org.dev.api.get('/findings', { query: { api, severity: 'high' } }), 200);
      return items.map(({ dueAt, firstSeenAt }: { dueAt: string; firstSeenAt: string }) =>
        Math.round((Date.parse(dueAt) - Date.parse(firstSeenAt)) / 86_400_000),
      );
    };
    expect(new Set(await dueDays())).toEqual(new Set([60]));
    expect(
      must(
        await change(org.dev, api, { exposure: 'public', dataClass: 'restricted', criticality: 'high' }),
        200,
      ).tier,
    ).toBe('critical');
    expect(new Set(await dueDays())).toEqual(new Set([14]));
    expect(must(await change(org.dev, api, { ...LOW }), 200).tier).toBe('low');
    expect(new Set(await dueDays())).toEqual(new Set([60]));
  });
});

describe('removing', () => {
  it('takes everything along while nobody reviewed, decided or deployed, and frees the slug', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
    for (const person of [org.dev, org.anna, org.olga, org.admin])
      expect((await person.api.delete(`/apis/${api}`)).status).toBe(403);
    expect((await org.mona.api.delete(`/apis/${api}`)).status).toBe(204);
    expect((await org.dev.api.get(`/apis/${api}`)).status).toBe(404);
    expect((await org.mona.api.delete(`/apis/${api}`)).status).toBe(404);
    expect(await lastEvent(org, api)).toMatchObject({ action: 'api.removed', actor: org.mona.email });
    expect(must(await org.dev.api.get('/findings', { query: { api } }), 200).total).toBe(0);

    const again = must(await register(org.nina, body(api)), 201);
    expect(again).toMatchObject({
      owner: { state: 'none' },
      latestRevision: null,
      registeredBy: org.nina.email,
    });
    expect(must(await org.nina.api.get(`/apis/${api}/revisions`), 200)).toMatchObject({
      items: [],
      total: 0,
    });
    expect(
      must(await org.nina.api.get('/gate', { query: { api, environment: 'production' } }), 200).reasons.map(
        (one: { code: string }) => one.code,
      ),
    ).toContain('owner.none');
  });

  it.each(['review', 'decision', 'deployment'])(
    'is refused once there is a %s, which is evidence',
    async (what) => {
      const org = await world.organisation();
      const api = await ownedApi(org);
      if (what === 'review') await signedReview(org, api);
      if (what === 'decision')
        must(await org.dev.api.post('/gate', { json: { api, environment: 'production' } }), 200);
      if (what === 'deployment')
        must(await org.dev.api.post('/deployments', { json: { api, environment: 'production' } }), 201);
      const answer = await org.mona.api.delete(`/apis/${api}`);
      expect(answer).toMatchObject({ status: 409, json: { code: 'api.has-history' } });
      must(await change(org.mona, api, { lifecycle: 'retired' }), 200);
      expect(
        must(await org.dev.api.get('/gate', { query: { api, environment: 'production' } }), 200).reasons[0]
          .code,
      ).toBe('lifecycle.retired');
    },
  );

  it('and uploading at the same time leaves one of the two', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const [removed, uploaded] = await Promise.all([
      org.mona.api.delete(`/apis/${api}`),
      org.dev.api.post(`/apis/${api}/revisions`, {
        body: sampleDescription({ extra: true }),
        type: 'application/json',
      }),
    ]);
    expect([removed.status, uploaded.status]).toEqual([204, expect.toBeOneOf([201, 404, 409])]);
    expect((await org.dev.api.get(`/apis/${api}`)).status).toBe(404);
  });

  it('keeps what another API says with the same words', async () => {
    const org = await world.organisation();
    const [first, second] = [await ownedApi(org), await ownedApi(org)];
    const { id } = must(await org.dev.api.get(`/apis/${second}/revisions`), 200).items[0];
    expect((await org.mona.api.delete(`/apis/${first}`)).status).toBe(204);
    const raw = await org.dev.api.get(`/apis/${second}/revisions/${id}`, { query: { raw: '1' } });
    expect(raw.text).toBe(sampleDescription());
    expect(await upload(org.dev, second, sampleDescription({ extra: true }))).toMatchObject({ isNew: true });
  });
});
