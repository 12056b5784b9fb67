import { describe, expect, it } from 'vitest';
import { HIGH, gate, must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();

interface Result {
  rule?: string;
  message?: string;
  severity?: string;
  file?: string;
}
const result = ({
  rule = 'OUT-1',
  message = 'Key in the open',
  severity = '9.8',
  file = 'src/key.ts',
}: Result = {}) => ({
  ruleId: rule,
  level: 'error',
  message: { text: message },
  properties: { 'security-severity': severity },
  locations: [
    { physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 3 } } },
    { physicalLocation: { artifactLocation: { uri: file }, region: { startLine: 9 } } },
  ],
});
const log = (results: unknown[], { tool = 'outside', id }: { tool?: string; id?: string } = {}) => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [{ tool: { driver: { name: tool } }, ...(id ? { automationDetails: { id } } : {}), results }],
});

type Client = { api: Organisation['dev']['api'] };
const load = (client: Client, api: string, json: unknown) =>
  client.api.post(`/apis/${api}/findings/import`, { json });
const imported = async (client: Client, api: string, json: unknown) =>
  must(await load(client, api, json), 200);
const outside = async (org: Organisation, api: string) =>
  must(
    await org.auditor.api.get('/findings', { query: { api, source: ['outside', 'other'], limit: 200 } }),
    200,
  ).items;
const statesOf = async (org: Organisation, api: string) =>
  Object.fromEntries(
    (await outside(org, api)).map((one: { rule: string; state: string }) => [one.rule, one.state]),
  );

describe('findings of another scanner', () => {
  it('are taken over with their places, block, and are added once', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    const first = await imported(org.dev, api, log([result(), result({ rule: 'OUT-2', severity: '1.0' })]));
    expect(first).toEqual({ tools: ['outside'], added: 2, known: 0, fixed: 0, passedOver: 0 });
    const [finding] = await outside(org, api);
    expect(finding).toMatchObject({
      rule: 'OUT-1',
      severity: 'critical',
      state: 'open',
      occurrences: 2,
      pointers: ['src/key.ts#L3', 'src/key.ts#L9'],
    });
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    const again = await imported(org.dev, api, log([result(), result({ rule: 'OUT-2', severity: '1.0' })]));
    expect(again).toEqual({ tools: ['outside'], added: 0, known: 2, fixed: 0, passedOver: 0 });
    const [unchanged] = await outside(org, api);
    expect(unchanged).toMatchObject({
      id: finding.id,
      version: finding.version,
      firstSeenAt: finding.firstSeenAt,
    });
    const { items } = must(
      await org.auditor.api.get('/audit', { query: { subject: api, action: 'findings.imported' } }),
      200,
    );
    expect(items).toHaveLength(2);
  });

  it('are fixed when the pipeline no longer reports them, and open again when it does', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const ci = await world.service('ci', 'revisions:write');
    const both = log([result(), result({ rule: 'OUT-2' })]);
    await imported(ci, api, both);
    await imported(ci, api, log([result({ rule: 'OTHER' })], { tool: 'other' }));
    expect(await imported(ci, api, log([result({ rule: 'OUT-2' })]))).toMatchObject({
      added: 0,
      known: 1,
      fixed: 1,
    });
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'fixed', 'OUT-2': 'open', OTHER: 'open' });
    expect(await imported(ci, api, log([]))).toMatchObject({ fixed: 1 });
    expect(await imported(ci, api, log([], { tool: 'other' }))).toMatchObject({ fixed: 1 });
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    expect(await imported(ci, api, both)).toMatchObject({ added: 0, known: 2 });
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'open', 'OUT-2': 'open', OTHER: 'fixed' });
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
  });

  it.each([
    ['has no results', { results: undefined }],
    ['has null for them', { results: null }],
    ['says that it failed', { invocations: [{ executionSuccessful: false }] }],
  ])('stay open when the run %s', async (_, more) => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const ci = await world.service('ci', 'revisions:write');
    await imported(ci, api, log([result()]));
    const empty = log([]);
    const failed = { ...empty, runs: [{ ...empty.runs[0], ...more }] };
    expect(await imported(ci, api, failed)).toMatchObject({ tools: ['outside'], fixed: 0 });
    // Beside a sound one, too.
    expect(await imported(ci, api, { ...empty, runs: [...failed.runs, ...empty.runs] })).toMatchObject({
      fixed: 0,
    });
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'open' });
    expect(await imported(ci, api, empty)).toMatchObject({ fixed: 1 });
  });

  it('that were false and are reported no longer are fixed when that is taken back', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const ci = await world.service('ci', 'revisions:write');
    await imported(ci, api, log([result(), result({ rule: 'OUT-2' })]));
    const say = async (state: string) => {
      for (const { id } of await outside(org, api))
        must(await org.sam.api.patch(`/findings/${id}`, { json: { state, reason: 'Looked at it' } }), 200);
    };
    await say('false-positive');
    expect(await imported(ci, api, log([result()]))).toMatchObject({ fixed: 0 });
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'false-positive', 'OUT-2': 'false-positive' });
    await say('open');
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'open', 'OUT-2': 'fixed' });
  });

  it('are closed by nobody who may not dismiss them', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    await imported(org.sam, api, log([result()]));
    expect(await imported(org.dev, api, log([]))).toMatchObject({ fixed: 0 });
    expect(await imported(org.mona, api, log([]))).toMatchObject({ fixed: 0 });
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'open' });
    expect(await imported(org.sam, api, log([]))).toMatchObject({ fixed: 1 });
    for (const client of [
      org.nina,
      org.olga,
      org.admin,
      org.auditor,
      await world.service('reader', 'gate:read'),
    ])
      expect((await load(client, api, log([]))).status).toBe(403);
  });

  it('are rated milder by nobody who may not dismiss them', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const [severe, mild] = ['9.8', '1.0'].map((severity) => log([result({ severity })]));
    await imported(org.sam, api, severe);
    const [before] = await outside(org, api);
    for (const { api: client } of [org.dev, org.mona]) await imported({ api: client }, api, mild);
    expect(await outside(org, api)).toMatchObject([
      { severity: 'critical', dueAt: before.dueAt, version: before.version },
    ]);
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    await imported(await world.service('ci', 'revisions:write'), api, mild);
    expect(await outside(org, api)).toMatchObject([{ severity: 'low', version: before.version + 1 }]);
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
  });

  it('of one category of runs say nothing about those of another', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    const ci = await world.service('ci', 'revisions:write');
    await imported(ci, api, log([result({ rule: 'WEB' })], { id: 'web/1' }));
    await imported(ci, api, log([result({ rule: 'API' })], { id: 'api/1' }));
    expect(await statesOf(org, api)).toEqual({ WEB: 'open', API: 'open' });
    expect(await imported(ci, api, log([], { id: 'web/2' }))).toMatchObject({ fixed: 1 });
    expect(await statesOf(org, api)).toEqual({ WEB: 'fixed', API: 'open' });
  });

  it('count with what the tool says of them now, and keep what people said', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH);
    await imported(org.dev, api, log([result({ severity: '1.0' })]));
    expect((await gate(org.dev, api)).codes).not.toContain('findings.blocking');
    const [mild] = await outside(org, api);
    await imported(org.dev, api, log([result()]));
    const [severe] = await outside(org, api);
    expect(severe).toMatchObject({ id: mild.id, severity: 'critical', version: mild.version + 1 });
    expect(Date.parse(severe.dueAt)).toBeLessThan(Date.parse(mild.dueAt));
    expect((await gate(org.dev, api)).codes).toContain('findings.blocking');
    must(
      await org.sam.api.patch(`/findings/${mild.id}`, {
        json: { state: 'false-positive', reason: 'A test key' },
      }),
      200,
    );
    await imported(org.dev, api, log([result()]));
    expect(await statesOf(org, api)).toEqual({ 'OUT-1': 'false-positive' });
  });

  it.each([
    ['no object', [], '/'],
    ['no runs', { version: '2.1.0' }, '/runs'],
    ['another version', { version: '1.0.0', runs: [] }, '/version'],
    ['a run without a tool', { version: '2.1.0', runs: [{}] }, '/runs/0/tool/driver/name'],
    ['our own name', log([], { tool: 'Gatehouse' }), '/runs/0/tool/driver/name'],
    ['a result without a message', log([{ ruleId: 'x' }]), '/runs/0/results/0/message'],
  ])('that come as %s are refused with the place, and change nothing', async (_what, json, pointer) => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const answer = await load(org.dev, api, json);
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ pointer }] } });
    expect(await outside(org, api)).toEqual([]);
  });

  it('may hold any text, and are kept as text', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const odd = 'NUL \u0000 and half \ud800 and =SUM(A1)';
    const deep = JSON.parse(`${'['.repeat(3000)}${']'.repeat(3000)}`);
    const one = { ...result({ message: odd, rule: odd, file: odd }), codeFlows: deep };
    expect(await imported(org.dev, api, log([one], { tool: `outside` }))).toMatchObject({ added: 1 });
    const [finding] = await outside(org, api);
    expect(finding.why).toContain('=SUM(A1)');
    expect(finding.why).not.toContain('\u0000');
    const csv = await org.auditor.api.get('/findings', {
      query: { api, source: 'outside' },
      headers: { accept: 'text/csv' },
    });
    expect(csv.status).toBe(200);
  });

  it('come by the thousand', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org);
    const many = Array.from({ length: 5000 }, (_, at) => result({ rule: `OUT-${at}`, file: `src/${at}.ts` }));
    expect(await imported(org.dev, api, log(many))).toMatchObject({ added: 5000, known: 0 });
    expect(await imported(org.dev, api, log(many))).toMatchObject({ added: 0, known: 5000 });
  });
});

describe('the findings of an API as SARIF', () => {
  it('hold ours and the others’, what is false as suppressed, and nothing that is fixed', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, sampleDescription({ isOpen: true }));
    await imported(org.sam, api, log([result(), result({ rule: 'OUT-2' })]));
    const [first] = await outside(org, api);
    must(
      await org.sam.api.patch(`/findings/${first.id}`, {
        json: { state: 'false-positive', reason: 'A test key' },
      }),
      200,
    );
    const answer = await org.auditor.api.get(`/apis/${api}/findings.sarif`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/sarif+json');
    const sarif = JSON.parse(answer.text);
    expect(sarif.runs.map((run: { tool: { driver: { name: string } } }) => run.tool.driver.name)).toEqual([
      'Gatehouse',
      'outside',
    ]);
    const [own, other] = sarif.runs;
    const ours = must(
      await org.dev.api.get('/findings', { query: { api, source: 'gatehouse', limit: 200 } }),
      200,
    );
    expect(own.results).toHaveLength(ours.total);
    expect(own.results[0].locations[0].logicalLocations[0].fullyQualifiedName).toMatch(/^#?\//);
    expect(other.results).toHaveLength(2);
    expect(
      other.results.map((one: { suppressions: unknown[] }) => one.suppressions.length).toSorted(),
    ).toEqual([0, 1]);
    expect(other.results[0].locations[1].physicalLocation).toEqual({
      artifactLocation: { uri: 'src/key.ts' },
      region: { startLine: 9 },
    });
    await imported(org.sam, api, log([]));
    const after = JSON.parse((await org.auditor.api.get(`/apis/${api}/findings.sarif`)).text);
    expect(after.runs[1].results.map((one: { suppressions: unknown[] }) => one.suppressions.length)).toEqual([
      1,
    ]);
    expect((await org.auditor.api.get('/apis/nothing-here/findings.sarif')).status).toBe(404);
  });
});
