import { beforeAll, describe, expect, it } from 'vitest';
import type { RiskDto } from '#lib/domain/risk/dto.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import {
  HIGH,
  LOW,
  must,
  ownedApi,
  signedReview,
  submittedReview,
  upload,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();
const application = randomSlug('app');
const CRITICAL = { exposure: 'public', dataClass: 'restricted', criticality: 'high' };
let org: Organisation;
let scopes: Record<string, Record<string, string>>;
/** Of an API that is offered to team B, and that nobody owns. */
let offered: string;
let accepted: string;

async function registered(fields: Record<string, unknown> = {}): Promise<string> {
  const slug = randomSlug('api');
  const json = { slug, name: slug, kind: 'rest', lifecycle: 'production', ...LOW, ...fields };
  must(await org.nina.api.post('/apis', { json }), 201);
  return slug;
}

/** As if time had passed, with what follows from it. */
async function rewrite(statement: string, api: string, ...values: unknown[]): Promise<void> {
  await world.database.pool.query(statement, [api, ...values]);
  const { rows } = await world.database.pool.query('SELECT id FROM apis WHERE slug = $1', [api]);
  await world.database.db.transaction((tx) => refreshPosture(tx, { now: new Date() }, [rows[0].id]));
}

/** Another scanner has something to say of it before anybody described it. */
async function reported(api: string): Promise<void> {
  const result = {
    ruleId: 'OUT-1',
    level: 'error',
    message: { text: 'Key in the open' },
    properties: { 'security-severity': '9.8' },
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/key.ts' } } }],
  };
  const json = { version: '2.1.0', runs: [{ tool: { driver: { name: 'outside' } }, results: [result] }] };
  must(await org.nina.api.post(`/apis/${api}/findings/import`, { json }), 200);
}

const signedUntil = (api: string, days: number) =>
  rewrite(
    `UPDATE sign_offs SET expires_at = now() + make_interval(days => $2) WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
    api,
    days,
  );

async function signed(fields: Record<string, unknown> = {}): Promise<string> {
  const api = await ownedApi(org, fields);
  await signedReview(org, api);
  return api;
}

beforeAll(async () => {
  org = await world.organisation();
  must(await org.mona.api.post('/applications', { json: { slug: application, name: 'Shop' } }), 201);
  await reported(await registered({ application, lifecycle: 'design' }));
  offered = await registered({ application, ...HIGH });
  must(await org.nina.api.post(`/apis/${offered}/ownership`, { json: { team: org.b } }), 200);
  const toA = await registered({ lifecycle: 'development' });
  must(await org.nina.api.post(`/apis/${toA}/ownership`, { json: { team: org.a } }), 200);
  accepted = await ownedApi(org, { application, ...CRITICAL }, sampleDescription({ isOpen: true }));
  await rewrite(
    `UPDATE findings SET severity = 'critical', first_seen_at = now() - interval '300 days'
      WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
    accepted,
  );
  await ownedApi(org, { ...HIGH, lifecycle: 'deprecated' }, sampleDescription({ isOpen: true }));

  const stale = await ownedApi(org, { application });
  await rewrite(`UPDATE apis SET owner_confirmed_at = now() - interval '200 days' WHERE slug = $1`, stale);
  await submittedReview(org, await ownedApi(org, { application }));
  await signed({ application });
  await signedUntil(await signed({ application }), 3);
  await signedUntil(await signed(), 17);
  await signedUntil(await signed({ ...HIGH, application }), 45);
  await signedUntil(await signed(), 66);
  await signedUntil(await signed({ application }), -1);
  const overtaken = await signed();
  await upload(org.dev, overtaken, sampleDescription({ extra: true }));
  const retired = await ownedApi(org, { application, ...HIGH }, sampleDescription({ isOpen: true }));
  must(await org.mona.api.patch(`/apis/${retired}`, { json: { lifecycle: 'retired' } }), 200);

  await nobodyElse();
  await nobodyAtAll();
  scopes = {
    everything: {},
    'the whole tree': { team: org.root },
    'a team': { team: org.a },
    'a team with nothing but an offer': { team: org.b },
    'an application': { application },
    'a team in an application': { team: org.a, application },
  };
});

/** Its only approver did all the work: the review has nobody left, the team has. */
async function nobodyElse(): Promise<void> {
  const { team, mia } = await teamOfOne();
  const api = randomSlug('api');
  const json = { slug: api, name: api, kind: 'rest', lifecycle: 'production', ...LOW, team };
  must(await mia.api.post('/apis', { json }), 201);
  await upload(mia, api, sampleDescription());
  await submittedReview(org, api, { requester: mia });
}

async function nobodyAtAll(): Promise<void> {
  const { team, mia } = await teamOfOne();
  const api = randomSlug('api');
  const json = { slug: api, name: api, kind: 'rest', lifecycle: 'production', ...LOW, team, application };
  must(await mia.api.post('/apis', { json }), 201);
  must(await org.admin.api.delete(`/teams/${team}/members/${mia.email}`), 204);
}

async function teamOfOne() {
  const mia = await world.person('mia');
  const team = randomSlug('solo');
  must(await org.admin.api.post('/teams', { json: { slug: team, name: 'Solo' } }), 201);
  must(await org.admin.api.put(`/teams/${team}/members/${mia.email}`, { json: { role: 'manager' } }), 201);
  return { team, mia };
}

const risk = async (query: Record<string, string> = {}): Promise<RiskDto> =>
  must(await org.auditor.api.get('/risk', { query }), 200);

/** Everything on the page that counts something and leads somewhere. */
const counted = ({ figures, distribution, matrix, ownershipGaps, signOffs, expiryHorizon }: RiskDto) => [
  ...figures.map(({ key, value, href }) => ({ what: key, count: value, href })),
  ...distribution.map(({ from, count, href }) => ({ what: `from ${from}`, count, href })),
  ...matrix.map(({ tier, outcome, count, href }) => ({ what: `${tier} ${outcome}`, count, href })),
  ...ownershipGaps.map(({ state, count, href }) => ({ what: `gap ${state}`, count, href })),
  ...signOffs.map(({ state, count, href }) => ({ what: `sign-off ${state}`, count, href })),
  ...expiryHorizon.map(({ weekFrom, count, href }) => ({ what: `week of ${weekFrom}`, count, href })),
];

/** Pages and the interface share their addresses, but for the queue of what is unowned. */
async function totalOf(href: string): Promise<number> {
  const { pathname, searchParams } = new URL(href, 'http://portal.test');
  if (pathname === '/teams') {
    expect(searchParams.get('tab')).toBe('unowned');
    searchParams.delete('tab');
  }
  const path = pathname === '/teams' ? '/ownership/unowned' : pathname;
  return must(await org.auditor.api.get(`${path}?${searchParams}`), 200).total;
}

const SCOPES = [
  'everything',
  'the whole tree',
  'a team',
  'a team with nothing but an offer',
  'an application',
  'a team in an application',
];
const valueOf = (dto: RiskDto, key: string) => dto.figures.find((figure) => figure.key === key)?.value;
const gapOf = (dto: RiskDto, state: string) => dto.ownershipGaps.find((gap) => gap.state === state)?.count;

describe('a figure', () => {
  it('of every kind counts something in this world', async () => {
    const now = await risk();
    expect(now.figures.filter(({ value }) => value === 0)).toEqual([]);
    expect(now.signOffs.filter(({ count }) => count === 0)).toEqual([]);
    for (const outcome of ['allowed', 'awaiting', 'prevented'])
      expect(now.matrix.some((cell) => cell.outcome === outcome && cell.count > 0)).toBe(true);
    expect(now.distribution.filter(({ count }) => count > 0).length).toBeGreaterThan(2);
    expect(now.expiryHorizon.map(({ count }) => count).filter((count) => count > 0)).toEqual([1, 1, 1, 1]);
    expect(now.ownershipGaps.map(({ state, count }) => [state, count])).toEqual([
      ['unowned', 1],
      ['offered', 2],
      ['stale', 1],
      ['nobody-eligible', 1],
    ]);
  });

  it.each(SCOPES)('of %s opens a list of just as many', async (name) => {
    const figures = counted(await risk(scopes[name]));
    const opened = await Promise.all(
      figures.map(async ({ what, href }) => ({ what, count: await totalOf(href!) })),
    );
    expect(opened).toEqual(figures.map(({ what, count }) => ({ what, count })));
  });

  it('of a team counts what waits for the team to accept it, and leads to no other team', async () => {
    const ofB = await risk({ team: org.b });
    expect([valueOf(ofB, 'apis'), valueOf(ofB, 'unowned'), gapOf(ofB, 'offered')]).toEqual([1, 1, 1]);
    const all = await risk();
    const inTree = await risk({ team: org.root });
    expect(valueOf(all, 'apis')! - valueOf(inTree, 'apis')!).toBe(3);
    expect(gapOf(inTree, 'nobody-eligible')).toBe(0);
  });

  it('leads to a list of its own for every week', async () => {
    const { expiryHorizon } = await risk();
    expect(new Set(expiryHorizon.map(({ href }) => href)).size).toBe(expiryHorizon.length);
  });
});

describe('the team’s own page', () => {
  it('counts as blocked what the risk counts, without what is offered', async () => {
    const team = must(await org.auditor.api.get(`/teams/${org.root}`), 200);
    const within = await risk({ team: org.root });
    expect(team.blockedCount).toBe(valueOf(within, 'blocked')! - gapOf(within, 'offered')!);
  });
});

describe('a day in the past', () => {
  let before: Record<string, RiskDto>;

  beforeAll(async () => {
    before = Object.fromEntries(
      await Promise.all(SCOPES.map(async (name) => [name, await risk(scopes[name])] as const)),
    );
    await world.database.pool.query(`UPDATE risk_history SET at = at - interval '10 days'`);
    must(await org.olga.api.post(`/apis/${offered}/ownership/decline`, { json: {} }), 200);
    must(await org.mona.api.patch(`/apis/${accepted}`, { json: { lifecycle: 'retired' } }), 200);
  });

  const asOf = new Date(Date.now() - 5 * DAY).toISOString();
  const counts = (dto: RiskDto) =>
    counted({ ...dto, expiryHorizon: [], ownershipGaps: dto.ownershipGaps.slice(0, 3) }).map(
      ({ what, count }) => ({ what, count }),
    );

  it.each(SCOPES)('counts %s as it was, and opens no list of today', async (name) => {
    const past = await risk({ ...scopes[name], asOf });
    expect(counts(past)).toEqual(counts(before[name]!));
    expect(counted(past).map(({ href }) => href)).toEqual(counted(past).map(() => null));
    expect(past.worstApis).toEqual(before[name]!.worstApis);
    expect(past.worstApplications).toEqual(before[name]!.worstApplications);
    expect(past.trend.at(-1)).toMatchObject({ at: asOf, apis: valueOf(before[name]!, 'apis') });
  });

  it('differs from now by what happened since', async () => {
    const [then, now] = [before['everything']!, await risk()];
    expect([valueOf(now, 'apis')! - valueOf(then, 'apis')!, gapOf(now, 'offered')]).toEqual([-1, 1]);
    expect(valueOf(await risk({ team: org.b }), 'apis')).toBe(0);
    expect(valueOf(await risk({ team: org.b, asOf }), 'apis')).toBe(1);
  });

  it.each(SCOPES)('is a point of the history of %s', async (name) => {
    const to = new Date(Date.now() - DAY).toISOString();
    const from = new Date(Date.now() - 40 * DAY).toISOString();
    const query = { ...scopes[name], from, to };
    const { items } = must(await org.auditor.api.get('/risk/history', { query }), 200);
    // A week before the end, and the end; further back nothing was registered yet.
    const apis = valueOf(before[name]!, 'apis');
    expect(items.map((point: { apis: number }) => point.apis)).toEqual([apis, apis]);
    expect(items.at(-1)).toMatchObject({ at: to, worst: before[name]!.worstApis[0]!.score });
  });
});
