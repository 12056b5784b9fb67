import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCOPES } from '#lib/domain/words.ts';
import type { ApiAnswer, ApiClient, CallOptions } from '../testing/api-client.ts';
import { addressOf, makeObjects } from '../testing/existing-objects.ts';
import type { ExistingObjects } from '../testing/existing-objects.ts';
import { allow } from '../testing/inside-world.ts';
import { useReviewWorld } from '../testing/review-world.ts';
import { RIGHTS, ROLES, VARIANTS } from '../testing/rights-by-role.ts';
import type { Role, RowName } from '../testing/rights-by-role.ts';
import { PREPARATIONS } from '../testing/rights-requests.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { sampleValue } from '../testing/sample-value.ts';
import { undone } from '../testing/undone.ts';
import { PUBLIC } from './access.ts';
import type { Method, Route } from './define-route.ts';
import { inventory, routeName } from './inventory.ts';

// Every request that writes, by everybody, about something that is there and fit for it: what is refused is refused for
// want of the right, and what is not is done. Every answer is undone before the next one asks.

const world = useReviewWorld();
const clients = {} as Record<Role, ApiClient>;
let org: Awaited<ReturnType<typeof world.organisation>>;
let objects: ExistingObjects;
let host: Server;

beforeAll(async () => {
  org = await world.organisation();
  objects = await makeObjects(org);
  const people = {
    member: org.dora,
    'member who began it': org.dev,
    approver: org.alex,
    manager: org.mona,
    'manager above': org.paul,
    'manager elsewhere': org.olga,
    'nobody’s member': org.nina,
    security: org.sam,
    admin: org.admin,
    auditor: org.auditor,
  };
  for (const [role, { api }] of Object.entries(people)) clients[role as keyof typeof people] = api;
  for (const scope of SCOPES) clients[scope] = (await world.service('ci', scope)).api;
  host = createServer((_, response) =>
    response.setHeader('content-type', 'application/json').end(sampleDescription({ extra: true })),
  );
  await new Promise<void>((done) => host.listen(0, '127.0.0.1', done));
  allow('127.0.0.1');
});
afterAll(() => {
  allow('');
  host.close();
});

const isVariant = (name: RowName): name is keyof typeof VARIANTS => name in VARIANTS;
const routeOf = (name: RowName) =>
  inventory.find((route) => routeName(route) === (isVariant(name) ? VARIANTS[name] : name))!;

function bodyOf(route: Route, known: Readonly<Record<string, unknown>>): CallOptions {
  if (route.raw) return { body: sampleDescription({ extra: true }), type: 'application/json' };
  const url = `http://127.0.0.1:${(host.address() as AddressInfo).port}/openapi.json`;
  return route.body ? { json: sampleValue(route.body, { ...objects.byProperty, url, ...known }) } : {};
}

/** What came of it, in the words of the table; anything else says itself. */
function verdictOf(route: Route, { status, text, json }: ApiAnswer): string {
  if (status === 403) return 'may not';
  // Tokens of others are not there for anybody who may not revoke them.
  if (status === 404 && routeName(route) === 'DELETE /tokens/{id}') return 'may not';
  if (!route.statuses.includes(status)) return `${status} ${text}`;
  // Many at once are answered one by one.
  return json?.refused === 1 && json.results[0].code === 'forbidden' ? 'may not' : 'may';
}

function verdicts(name: RowName): Promise<Record<string, string>> {
  const route = routeOf(name);
  return undone(async () => {
    const { at, known = {}, options } = (await PREPARATIONS[name]?.(org, objects)) ?? {};
    const address = addressOf(route, { ...objects, byCollection: { ...objects.byCollection, ...at } });
    const found: Record<string, string> = {};
    for (const role of ROLES) {
      const ask = clients[role][route.method.toLowerCase() as Lowercase<Method>];
      const answer = await undone(() => ask(address, options ?? bodyOf(route, known)));
      found[role] = verdictOf(route, answer);
    }
    return found;
  });
}

describe('by role', () => {
  it.each(Object.keys(RIGHTS) as RowName[])('%s', async (name) => {
    expect(await verdicts(name)).toEqual(RIGHTS[name]);
  });
});

describe('the table', () => {
  const guarded = inventory.filter(({ access }) => access !== PUBLIC);

  it('has a row for every route that writes', () => {
    const writing = guarded.filter(({ method }) => method !== 'GET').map(routeName);
    const rows = (Object.keys(RIGHTS) as RowName[]).filter((name) => !isVariant(name));
    expect(rows.toSorted()).toEqual(writing.toSorted());
  });

  it('has one for every reading that is not for everyone', () => {
    const closed = guarded.filter(
      ({ method, access }) => method === 'GET' && access !== PUBLIC && access.people !== 'everyone',
    );
    expect(closed.map(routeName).filter((name) => !(name in RIGHTS))).toEqual([]);
  });
});
