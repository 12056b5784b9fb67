import { beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '#lib/domain/words.ts';
import type { Scope } from '#lib/domain/words.ts';
import type { ApiAnswer, ApiClient, CallOptions } from '../testing/api-client.ts';
import { addressOf, makeObjects } from '../testing/existing-objects.ts';
import type { ExistingObjects } from '../testing/existing-objects.ts';
import { useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { sampleValue } from '../testing/sample-value.ts';
import { PUBLIC } from './access.ts';
import type { Access } from './access.ts';
import type { Method, Route } from './define-route.ts';
import { inventory } from './inventory.ts';

// Every route there is, asked by everybody: a new route is asked, too, and must fit or be named here with its reason.

const nameOf = ({ method, fullPath }: Route) => `${method} ${fullPath.replace('/api/v1', '')}`;
const named = (routes: readonly Route[]) => routes.map((route) => [nameOf(route), route] as const);
const guarded = inventory.filter((route): route is Route & { access: Access } => route.access !== PUBLIC);
const reads = guarded.filter((route) => route.method === 'GET');
const writes = guarded.filter((route) => route.method !== 'GET');

const OPEN_TO_ALL: Record<string, string> = {
  'GET /healthz': 'the process answers',
  'GET /readyz': 'the database answers',
  'GET /metrics': 'decides by itself: from this machine, or with a token',
  'GET /openapi.json': 'the reference',
  'GET /api/reference': 'the reference as a page',
  'GET /api/reference/start.js': 'the reference as a page',
  'GET /api/reference/viewer.js': 'the reference as a page',
  'GET /.well-known/gatehouse/keys.json': 'public keys, to verify what was signed',
};

/** The promises of the interface about scopes; a service account reaches nothing else. */
const SCOPES_OF: Record<string, readonly Scope[]> = {
  'GET /me': SCOPES,
  'GET /gate': ['gate:read'],
  'POST /gate': ['gate:read'],
  'POST /promotions': ['deployments:write'],
  'POST /deployments': ['deployments:write'],
  'POST /apis/{slug}/revisions': ['revisions:write'],
  'POST /apis/{slug}/revisions/import': ['revisions:write'],
  'POST /apis/{slug}/findings/import': ['revisions:write'],
  'POST /scan': ['revisions:write'],
  'POST /traffic': ['traffic:write'],
};

/** Auditors read everything and change nothing but their own credentials; trying something out changes nothing. */
const mayAuditorWrite = (route: Route) =>
  /^POST .*\/(?:scan|preview|evidence)$|^(?:POST|DELETE) \/tokens\b/.test(nameOf(route));

/** What a person of no team may do, also where others own what is named. */
const OF_EVERYBODY: Record<string, string> = {
  'POST /apis': 'anybody registers an API that nobody owns',
  'POST /findings/judge': 'tells for every finding that it was refused',
  'POST /gate': 'asking changes no right',
  'POST /ownership/bulk': 'tells for every API that it was refused',
  'POST /policies/{key}/preview': 'changes nothing',
  'POST /reviews/{id}/comments': 'anybody may say something',
  'POST /scan': 'changes nothing',
  'POST /tokens': 'a token acts with one’s own rights',
};

const world = useReviewWorld();
let org: Organisation;
let objects: ExistingObjects;
const services = {} as Record<Scope, ApiClient>;

beforeAll(async () => {
  org = await world.organisation();
  objects = await makeObjects(org);
  for (const scope of SCOPES) services[scope] = (await world.service('ci', scope)).api;
});

/** A request that lacks nothing but the right. */
function requestOf(route: Route): CallOptions {
  if (route.raw) return { body: sampleDescription(), type: 'application/json' };
  return route.body ? { json: sampleValue(route.body, objects.byProperty) } : {};
}

function ask(client: ApiClient, route: Route, options: CallOptions = requestOf(route)): Promise<ApiAnswer> {
  return client[route.method.toLowerCase() as Lowercase<Method>](addressOf(route, objects), options);
}

/** Somebody whom the route's outer gate lets through. */
function welcome({ access }: Route & { access: Access }): ApiClient {
  if (access.people === 'none') return services[access.scopes![0]!];
  return access.people === 'everyone' || access.people.includes('admin') ? org.admin.api : org.sam.api;
}

function expectProblem(answer: ApiAnswer, status: number) {
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.json).toMatchObject({ status, code: expect.any(String), requestId: expect.any(String) });
}

describe('without an identity', () => {
  it('only the documented addresses answer', () => {
    const open = inventory.filter(
      (route) => route.access === PUBLIC && !route.fullPath.startsWith('/api/integrations/'),
    );
    expect(open.map(nameOf).toSorted()).toEqual(Object.keys(OPEN_TO_ALL).toSorted());
  });

  it.each(named(guarded))('%s is refused', async (_name, route) => {
    expectProblem(await ask(world.anonymous, route), 401);
    const forged = {
      ...requestOf(route),
      headers: { authorization: 'Bearer gh_0000000000000000000000000000' },
    };
    expectProblem(await ask(world.anonymous, route, forged), 401);
  });
});

describe('a service account', () => {
  it('is promised by the interface where it gets in', () => {
    const promised = guarded
      .filter((route) => route.access.scopes?.length)
      .map((route) => [nameOf(route), route.access.scopes]);
    expect(Object.fromEntries(promised)).toEqual(
      Object.fromEntries(
        Object.entries(SCOPES_OF).filter(([name]) => guarded.some((route) => nameOf(route) === name)),
      ),
    );
  });

  it.each(named(guarded))('gets into %s with its scopes only', async (name, route) => {
    for (const scope of SCOPES) {
      const answer = await ask(services[scope], route);
      if (SCOPES_OF[name]?.includes(scope)) expect([200, 201, 202, 404, 409, 422]).toContain(answer.status);
      else expectProblem(answer, 403);
    }
  });
});

describe('an auditor', () => {
  it.each(named(reads))('reads %s', async (_name, route) => {
    const answer = await ask(org.auditor.api, route, {});
    // What asks for more in its address says so; nothing is forbidden.
    expect([200, 404, 422]).toContain(answer.status);
  });

  it.each(named(writes.filter((route) => !mayAuditorWrite(route))))('is refused %s', async (_name, route) => {
    expectProblem(await ask(org.auditor.api, route), 403);
  });

  it('may do nothing else by the definitions of the routes', () => {
    const lenient = writes.filter((route) => route.access.auditorMayWrite).map(nameOf);
    expect(lenient.toSorted()).toEqual(writes.filter(mayAuditorWrite).map(nameOf).toSorted());
  });

  it('is refused the tokens of others', async () => {
    const route = writes.find((one) => nameOf(one) === 'DELETE /tokens/{id}')!;
    expectProblem(await ask(org.auditor.api, route), 404);
  });
});

describe('a person of another team', () => {
  it.each(named(writes.filter((route) => !(nameOf(route) in OF_EVERYBODY))))(
    'changes nothing by %s',
    async (_name, route) => {
      for (const person of [org.nina, org.olga]) {
        const answer = await ask(person.api, route);
        expect({ status: answer.status, text: answer.text }).toMatchObject({
          status: expect.toBeOneOf([403, 404, 409]),
        });
      }
    },
  );

  it('is refused every single API of a bulk action', async () => {
    const route = writes.find((one) => nameOf(one) === 'POST /ownership/bulk')!;
    expect(await ask(org.nina.api, route)).toMatchObject({
      status: 200,
      json: { accepted: 0, offered: 0, refused: 1 },
    });
  });

  it('is refused every single finding of a bulk decision', async () => {
    const route = writes.find((one) => nameOf(one) === 'POST /findings/judge')!;
    expect(await ask(org.nina.api, route)).toMatchObject({
      status: 200,
      json: { judged: 0, refused: 1, results: [{ outcome: 'refused', code: 'forbidden' }] },
    });
  });

  it.each(named(guarded.filter((route) => Array.isArray(route.access.people))))(
    'without the role is refused %s',
    async (_name, route) => {
      expectProblem(await ask(org.nina.api, route), 403);
    },
  );
});

/** The reports of other scanners have fields of their own. */
const TAKES_MORE = ['POST /apis/{slug}/findings/import'];

describe('what nobody knows', () => {
  it.each(named(guarded.filter((route) => route.body && !TAKES_MORE.includes(nameOf(route)))))(
    'as a field of %s is refused',
    async (_name, route) => {
      const body = { ...(requestOf(route).json as Record<string, unknown>), surprise: 1 };
      const answer = await ask(welcome(route as Route & { access: Access }), route, { json: body });
      expectProblem(answer, 422);
      expect(answer.json.errors).toContainEqual(expect.objectContaining({ pointer: '/surprise' }));
    },
  );

  it.each(named(inventory.filter((route) => !route.fullPath.startsWith('/api/integrations/'))))(
    'in the address of %s is refused',
    async (_name, route) => {
      const client = route.access === PUBLIC ? world.anonymous : welcome(route as Route & { access: Access });
      expectProblem(await ask(client, route, { ...requestOf(route), query: { surprise: '1' } }), 422);
    },
  );
});
