import { describe, expect, it } from 'vitest';
import { SARIF_OF_TOOLS } from '#lib/domain/findings/testing/sarif-of-tools.ts';
import type { SarifLog } from '#lib/domain/findings/to-sarif.ts';
import { HIGH, LOW, must, ownedApi, upload, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';
import { sarifFaults } from './testing/sarif-faults.ts';

const world = useReviewWorld();
const DAY = 86_400_000;
const open = sampleDescription({ isOpen: true });

async function reportOf(org: Organisation, api: string): Promise<SarifLog> {
  const answer = await org.auditor.api.get(`/apis/${api}/findings.sarif`);
  expect(answer.status).toBe(200);
  return JSON.parse(answer.text);
}
const load = async (org: Organisation, api: string, json: unknown) =>
  must(await org.dev.api.post(`/apis/${api}/findings/import`, { json }), 200);
const resultsOf = (log: SarifLog) => log.runs.flatMap(({ results }) => results);

describe('the schema of SARIF 2.1.0', () => {
  it.each(Object.entries(SARIF_OF_TOOLS))('accepts the report of %s', (_, report) => {
    expect(sarifFaults(report)).toEqual([]);
  });

  it('refuses what is none', () => {
    expect(sarifFaults({ version: '2.1.0' })).not.toEqual([]);
    const report = {
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'x', informationUri: 'no uri' } } }],
    };
    expect(sarifFaults(report)).toEqual(['/runs/0/tool/driver/informationUri must match format "uri"']);
  });
});

describe('the report of an API', () => {
  it('is valid with nothing in it, with every kind of finding, and after decisions about them', async () => {
    const org = await world.organisation();
    const empty = randomSlug('api');
    const bare = { slug: empty, name: 'Empty', kind: 'rest', lifecycle: 'production', ...LOW, team: org.a };
    must(await org.mona.api.post('/apis', { json: bare }), 201);
    expect(sarifFaults(await reportOf(org, empty))).toEqual([]);

    const api = await ownedApi(org, HIGH, open);
    for (const report of Object.values(SARIF_OF_TOOLS)) await load(org, api, report);
    const { items } = must(await org.auditor.api.get('/findings', { query: { api, limit: 200 } }), 200);
    const [first, second] = items.filter(({ source }: { source: string }) => source === 'gatehouse');
    const told = { state: 'false-positive', reason: 'Behind the gateway' };
    must(await org.sam.api.patch(`/findings/${first.id}`, { json: told }), 200);
    const excuse = { target: { finding: second.id }, reason: 'A mend is on its way' };
    const expiresAt = new Date(Date.now() + 7 * DAY).toISOString();
    const { id } = must(await org.dev.api.post('/exceptions', { json: { api, ...excuse, expiresAt } }), 201);
    const before = resultsOf(await reportOf(org, api)).filter(({ suppressions }) => suppressions.length > 0);
    expect(before.map(({ suppressions }) => suppressions[0]!.justification)).toEqual(['Behind the gateway']);
    must(await org.sam.api.post(`/exceptions/${id}/approve`, { json: {} }), 200);

    const report = await reportOf(org, api);
    expect(sarifFaults(report)).toEqual([]);
    const [ours, ...others] = report.runs.map(({ tool }) => tool.driver.name);
    expect(ours).toBe('Gatehouse');
    expect(others.toSorted()).toEqual(Object.keys(SARIF_OF_TOOLS).toSorted());
    const suppressed = resultsOf(report).filter(({ suppressions }) => suppressions.length > 0);
    expect(
      suppressed.map(({ partialFingerprints, suppressions }) => [
        partialFingerprints['gatehouse/v1'],
        suppressions,
      ]),
    ).toEqual(
      expect.arrayContaining([
        [first.fingerprint, [{ kind: 'external', status: 'accepted', justification: told.reason }]],
        [second.fingerprint, [{ kind: 'external', status: 'accepted', justification: excuse.reason }]],
      ]),
    );
    expect(suppressed).toHaveLength(2);

    for (const { tool, results } of report.runs)
      for (const { ruleId, ruleIndex, level, partialFingerprints } of results) {
        expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
        expect(['error', 'warning', 'note', 'none']).toContain(level);
        expect(partialFingerprints['gatehouse/v1']).toMatch(/\S/);
      }
    const [own] = report.runs;
    for (const { properties } of own!.tool.driver.rules)
      expect(properties.tags.slice(1)).toEqual(
        expect.arrayContaining([expect.stringMatching(/^API\d+:2023$/)]),
      );
  });

  it('points to the lines of the description as it was uploaded', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, HIGH, open);
    const text = JSON.stringify(JSON.parse(open), null, 2);
    await upload(org.dev, api, text);
    const { runs } = await reportOf(org, api);
    const lines = text.split('\n');
    const places = runs[0]!.results.flatMap(({ locations }) => locations);
    expect(places.length).toBeGreaterThan(5);
    for (const { physicalLocation, logicalLocations } of places) {
      const { artifactLocation, region } = physicalLocation;
      expect(artifactLocation.uri).toBe(`${api}.json`);
      expect(region).toEqual({ startLine: expect.any(Number), startColumn: expect.any(Number) });
      const name = logicalLocations![0]!.fullyQualifiedName.split('/').at(-1)!;
      const key = name.replaceAll('~1', '/').replaceAll('~0', '~');
      if (/^\d*$/.test(key)) continue;
      expect(lines[region!.startLine - 1]).toContain(JSON.stringify(key));
    }
  });

  it('brought to another API adds its findings there, and nothing the second time', async () => {
    const org = await world.organisation();
    const [from, to] = [await ownedApi(org, HIGH, open), await ownedApi(org)];
    await load(org, from, SARIF_OF_TOOLS.Trivy);
    const report = await reportOf(org, from);
    const count = resultsOf(report).length;
    expect(count).toBeGreaterThan(2);
    const tools = [`gatehouse/${from}`, 'Trivy'];
    expect(await load(org, to, report)).toEqual({ tools, added: count, known: 0, fixed: 0, passedOver: 0 });
    expect(await load(org, to, report)).toEqual({ tools, added: 0, known: count, fixed: 0, passedOver: 0 });
    const there = { api: to, source: tools, limit: 200 };
    expect(must(await org.auditor.api.get('/findings', { query: there }), 200).total).toBe(count);
    const again = await reportOf(org, to);
    expect(sarifFaults(again)).toEqual([]);
    expect((await org.dev.api.post(`/apis/${from}/findings/import`, { json: report })).status).toBe(422);
  });
});
