import { beforeAll, describe, expect, it } from 'vitest';
import { HIGH, LOW, must, ownedApi, requestReview, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { randomSlug } from '../testing/test-world.ts';

// What a review asks, over the interface: by how much is at stake, and by what the description holds.

const world = useReviewWorld();
let org: Organisation;
beforeAll(async () => {
  org = await world.organisation();
});

type Json = ReturnType<typeof JSON.parse>;

const keysOf = (review: Json): string[] => review.items.map(({ key }: Json) => key);
const asked = async (fields: Record<string, unknown>, description?: string) =>
  keysOf(await requestReview(org.dev, await ownedApi(org, fields, description)));
const beyond = (more: string[], fewer: string[]) => more.filter((key) => !fewer.includes(key)).toSorted();

/** The sample with something more in it. */
function sampleWith(change: (document: Json) => void): string {
  const document = JSON.parse(sampleDescription());
  change(document);
  return JSON.stringify(document);
}

const answers = { 200: { description: 'Fine' } };
const body = (type: string, schema: object) => ({ content: { [type]: { schema } } });

describe('by tier', () => {
  const CRITICAL = { exposure: 'public', dataClass: 'restricted', criticality: 'high' };

  it('a riskier API is asked everything that a lesser one is, and more', async () => {
    const [low, high, critical] = [await asked(LOW), await asked(HIGH), await asked(CRITICAL)];
    expect(beyond(low, high)).toEqual([]);
    expect(beyond(high, low)).toEqual(
      expect.arrayContaining([
        'security-events',
        'third-party-responses',
        'refusals-tested',
        'token-validation',
      ]),
    );
    expect(beyond(high, critical)).toEqual([]);
  });

  it('an API that became riskier is asked more the next time, and what was asked stays', async () => {
    const api = await ownedApi(org, LOW);
    const before = await requestReview(org.dev, api);
    must(await org.mona.api.patch(`/apis/${api}`, { json: HIGH }), 200);
    const kept = must(await org.dev.api.get(`/reviews/${before.id}`), 200);
    expect(keysOf(kept)).toEqual(keysOf(before));
    if (!['superseded', 'void', 'withdrawn'].includes(kept.state))
      must(await org.dev.api.post(`/reviews/${before.id}/withdraw`, { json: {} }), 200);
    const after = await requestReview(org.dev, api);
    expect(beyond(keysOf(after), keysOf(before))).toContain('refusals-tested');
  });
});

describe('by what the description holds', () => {
  const CASES: [string, Record<string, unknown>, (document: Json) => void, string[]][] = [
    [
      'a way to upload files',
      LOW,
      ({ paths }) => {
        const file = { type: 'object', properties: { file: { type: 'string', format: 'binary' } } };
        paths['/shelves'].post.requestBody = body('multipart/form-data', file);
      },
      ['upload-safety'],
    ],
    [
      'an operation that nobody needs an identity for',
      LOW,
      ({ paths }) => {
        paths['/hours'] = { get: { security: [], responses: answers } };
      },
      ['open-operations-intended'],
    ],
    [
      'the id of an object in an address',
      LOW,
      ({ paths }) => {
        const parameters = [{ name: 'shelfId', in: 'path', required: true, schema: { type: 'string' } }];
        paths['/shelves/{shelfId}'] = {
          get: { parameters, security: [{ company: [] }], responses: answers },
        };
      },
      ['object-authorisation'],
    ],
    [
      'operations of administrators',
      HIGH,
      ({ paths }) => {
        paths['/admin/settings'] = { put: { security: [{ company: [] }], responses: answers } };
      },
      ['admin-separation'],
    ],
    [
      'data about people',
      HIGH,
      ({ paths }) => {
        const person = {
          type: 'object',
          properties: { email: { type: 'string' }, dateOfBirth: { type: 'string' } },
        };
        paths['/shelves'].post.requestBody = body('application/json', person);
      },
      ['personal-data'],
    ],
  ];

  it.each(CASES)('%s is asked about', async (_what, fields, change, keys) => {
    const without = await asked(fields);
    const having = await asked(fields, sampleWith(change));
    expect(beyond(keys, without)).toEqual(keys);
    expect(beyond(keys, having)).toEqual([]);
  });

  it('a GraphQL schema is asked what only a GraphQL schema has to answer', async () => {
    const slug = randomSlug('graph');
    const json = { slug, name: slug, kind: 'graphql', lifecycle: 'production', ...HIGH, team: org.a };
    must(await org.mona.api.post('/apis', { json }), 201);
    const schema = { body: 'type Query { shelves: [String!]! }', type: 'application/graphql' };
    must(await org.dev.api.post(`/apis/${slug}/revisions`, schema), 201);
    const [graph, rest] = [keysOf(await requestReview(org.dev, slug)), await asked(HIGH)];
    expect(beyond(graph, rest)).toContain('graphql-limits');
    expect(beyond(rest, graph)).toEqual(expect.arrayContaining(['errors-declared', 'rate-limits-declared']));
  });

  it('a later revision with more in it is asked more, and the one before is asked what it was', async () => {
    const api = await ownedApi(org, LOW);
    const first = (await org.dev.api.get(`/apis/${api}/revisions`)).json.items[0].id;
    const document = sampleWith(({ paths }) => {
      paths['/hours'] = { get: { security: [], responses: answers } };
    });
    const { id: second } = await upload(org.dev, api, document);
    const before = await requestReview(org.dev, api, { revision: first, environment: 'staging' });
    const after = await requestReview(org.dev, api, { revision: second });
    expect(beyond(keysOf(after), keysOf(before))).toEqual(['open-operations-intended']);
  });
});
