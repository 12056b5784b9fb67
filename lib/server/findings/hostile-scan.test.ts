import { describe, expect, it } from 'vitest';
import { LOW, must, ownedApi, useReviewWorld } from '../testing/review-world.ts';

const world = useReviewWorld();

const HEAD = 'openapi: 3.0.3\ninfo: { title: Hostile, version: "1" }\npaths: {}\n';

/** References that double nine times over: a million values from a few lines. */
const ALIASES = `${HEAD}x-0: &a0 [1, 2, 3, 4, 5, 6, 7, 8]\n${Array.from(
  { length: 9 },
  (_, at) => `x-${at + 1}: &a${at + 1} [${Array.from({ length: 8 }, () => `*a${at}`).join(', ')}]`,
).join('\n')}\n`;

const json = (rest: string) =>
  `{"openapi":"3.0.3","info":{"title":"Hostile","version":"1"},"paths":{}${rest}}`;

const HOSTILE = {
  'aliases of aliases': { body: ALIASES, type: 'application/yaml', code: 'description.alias-limit' },
  'an alias of itself': {
    body: `${HEAD}x-me: &me [*me]\n`,
    type: 'application/yaml',
    code: 'description.alias-cycle',
  },
  'a nesting without end': {
    body: json(`,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    type: 'application/json',
    code: 'description.depth',
  },
  'a key that is there twice': {
    body: json(',"paths":{"/hidden":{}}'),
    type: 'application/json',
    code: 'description.duplicate-key',
  },
};

/** Honest, and large: several seconds of work for whoever scans it. */
function large(operations: number): string {
  const paths = Array.from({ length: operations }, (_, at) => [
    `/things/${at}/{id}`,
    {
      post: {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        requestBody: {
          content: {
            'application/json': { schema: { type: 'object', properties: { role: { type: 'string' } } } },
          },
        },
        responses: { 200: { description: 'fine' } },
      },
    },
  ]);
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Large', version: '1' },
    paths: Object.fromEntries(paths),
  });
}

describe('a hostile description', () => {
  it.each(Object.entries(HOSTILE))('with %s gets a precise refusal', async (_, { body, type, code }) => {
    const org = await world.organisation();
    const { status, json: problem } = await org.dev.api.post('/scan', { body, type });
    expect({ status, code: problem.code }).toEqual({ status: 422, code });
    expect(problem.detail).toMatch(/\.$/);
  });

  it('whose keys are those of every object pollutes nothing', async () => {
    const org = await world.organisation();
    const body = json(',"__proto__":{"polluted":true},"x":{"constructor":{"prototype":{"polluted":true}}}');
    const answer = await org.dev.api.post('/scan', { body, type: 'application/json' });
    expect([200, 422]).toContain(answer.status);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('keeps nobody from an answer of the gate', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, LOW);
    let isScanned = false;
    const scanning = org.dev.api
      .post('/scan', { body: large(30_000), type: 'application/json' })
      .finally(() => (isScanned = true));
    for (let asked = 0; asked < 5; asked += 1)
      must(await org.dev.api.get('/gate', { query: { api, environment: 'production' } }), 200);
    expect(isScanned).toBe(false);
    const { operationCount } = must(await scanning, 200);
    expect(operationCount).toBe(30_000);
  });
});
