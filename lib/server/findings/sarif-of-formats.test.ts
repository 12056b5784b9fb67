import { describe, expect, it } from 'vitest';
import type { SarifLog } from '#lib/domain/findings/to-sarif.ts';
import { HIGH, must, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import { sarifFaults } from './testing/sarif-faults.ts';

const world = useReviewWorld();

const PATHS = `paths:
  /orders:
    get:
      responses: { '200': { description: Fine } }
    post:
      responses: { '201': { description: Made } }
  /users/{userId}:
    parameters:
      - { name: userId, in: path, required: true, schema: { type: integer } }
    delete:
      responses: { '204': { description: Gone } }
`;
const info = 'info: { title: Orders, version: "1" }\n';

/** One faulty description in each format, as the text that an editor opens. */
const FORMATS: Record<string, { type: string; suffix: string; text: string }> = {
  'openapi-2.0': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `swagger: "2.0"\n${info}host: orders.example.com\nschemes: [http]\n${PATHS.replace('schema: { type: integer }', 'type: integer')}`,
  },
  'openapi-3.0': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `openapi: 3.0.3\n${info}servers: [{ url: "http://orders.example.com" }]\n${PATHS}`,
  },
  'openapi-3.1': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `openapi: 3.1.0\n${info}servers: [{ url: "http://orders.example.com" }]\n${PATHS}`,
  },
  'openapi-3.2': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `openapi: 3.2.0\n${info}$self: https://orders.example.com/openapi.yaml\nservers: [{ url: "http://orders.example.com" }]\n${PATHS}    additionalOperations:\n      PURGE:\n        responses: { '204': { description: Gone } }\n`,
  },
  graphql: {
    type: 'application/graphql',
    suffix: 'graphql',
    text: `type Order {\n  id: ID!\n  password: String\n}\n\ntype Query {\n  orders: [Order]\n}\n\ntype Mutation {\n  deleteOrder(id: ID!): Boolean\n}\n`,
  },
  'asyncapi-2': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `asyncapi: 2.6.0\n${info}servers:\n  live:\n    url: broker.example.com\n    protocol: mqtt\nchannels:\n  orders:\n    subscribe:\n      message:\n        payload:\n          type: object\n          properties:\n            password: { type: string }\n`,
  },
  'asyncapi-3': {
    type: 'application/yaml',
    suffix: 'yaml',
    text: `asyncapi: 3.0.0\n${info}servers:\n  live:\n    host: broker.example.com\n    protocol: mqtt\nchannels:\n  orders:\n    address: orders\n    messages:\n      made:\n        payload:\n          type: object\n          properties:\n            password: { type: string }\noperations:\n  onOrder:\n    action: receive\n    channel: { $ref: '#/channels/orders' }\n`,
  },
  protobuf: {
    type: 'text/x-protobuf',
    suffix: 'proto',
    text: `syntax = "proto3";\npackage orders.v1;\n\nmessage Order {\n  string id = 1;\n  string password = 2;\n}\nmessage ListRequest {\n}\nmessage ListAnswer {\n  repeated Order orders = 1;\n}\nservice Orders {\n  rpc ListOrders (ListRequest) returns (ListAnswer);\n  rpc DeleteOrder (Order) returns (Order);\n}\n`,
  },
};

const TOP = { exposure: 'public', dataClass: 'restricted', criticality: 'high' };

async function described(org: Organisation, format: string): Promise<string> {
  const { type, text } = FORMATS[format]!;
  const api = randomSlug('api');
  const json = { slug: api, name: api, kind: 'rest', lifecycle: 'production', ...HIGH, team: org.a };
  must(await org.mona.api.post('/apis', { json }), 201);
  const revision = must(await org.dev.api.post(`/apis/${api}/revisions`, { body: text, type }), 201);
  expect(revision.format).toBe(format);
  return api;
}

describe.each(Object.keys(FORMATS))('a description in %s', (format) => {
  it('has a report that is valid, the same each time, and leads to its lines', async () => {
    const { suffix, text } = FORMATS[format]!;
    const org = await world.organisation();
    const api = await described(org, format);
    const read = async (): Promise<SarifLog> =>
      JSON.parse((await org.dev.api.get(`/apis/${api}/findings.sarif`)).text);
    const report = await read();
    expect(sarifFaults(report)).toEqual([]);
    expect(await read()).toEqual(report);
    const { results } = report.runs[0]!;
    expect(results.length).toBeGreaterThan(1);
    const lines = text.split('\n');
    for (const { locations } of results) {
      expect(locations.length).toBeGreaterThan(0);
      for (const { physicalLocation, logicalLocations } of locations) {
        expect(physicalLocation.artifactLocation.uri).toBe(`${api}.${suffix}`);
        const { startLine, startColumn } = physicalLocation.region!;
        const at = lines[startLine - 1]!.slice(startColumn! - 1);
        expect(at, logicalLocations![0]!.fullyQualifiedName).toMatch(/^\S/);
      }
    }
  });

  it('is kept back by what the policy of its tier names, and the answer names it', async () => {
    const org = await world.organisation();
    const api = await described(org, format);
    const blocking = async () => {
      const { reasons } = must(
        await org.dev.api.get('/gate', { query: { api, environment: 'production' } }),
        200,
      );
      return reasons.find(({ code }: { code: string }) => code === 'findings.blocking')?.message ?? '';
    };
    const titles = async (...severity: string[]) =>
      must(await org.dev.api.get('/findings', { query: { api, severity } }), 200).items.map(
        ({ title, severity: rating }: { title: string; severity: string }) => `“${title}” (${rating})`,
      );
    const severe: string[] = await titles('critical', 'high');
    const message = await blocking();
    for (const title of severe) expect(message).toContain(title);
    expect(message === '').toBe(severe.length === 0);
    must(await org.mona.api.patch(`/apis/${api}`, { json: TOP }), 200);
    const all: string[] = await titles('critical', 'high', 'medium');
    const stricter = await blocking();
    expect(stricter).toMatch(new RegExp(`^${all.length} open finding`));
    for (const title of all.slice(0, 3)) expect(stricter).toContain(title);
  });
});
