import { describe, expect, it } from 'vitest';
import { toSarif, type ExportedFinding } from './to-sarif.ts';

const meta = {
  portal: 'https://gatehouse.example.com',
  version: '1.0.0',
  api: 'shelves',
  artifact: 'my api.yaml',
};
const finding = (more: Partial<ExportedFinding> = {}): ExportedFinding => ({
  source: 'gatehouse',
  rule: 'api2-no-authentication',
  severity: 'high',
  owasp: ['API2', 'API10'],
  title: 'A write needs no authentication',
  why: 'Anybody can change shelves.',
  fix: 'Require a scheme.',
  fingerprint: 'f1',
  state: 'open',
  reason: null,
  occurrences: 2,
  operations: ['POST /shelves'],
  pointers: ['/paths/~1shelves/post', '/paths/~1shelves/put'],
  ...more,
});

describe('exporting SARIF', () => {
  it('describes rules, places and fingerprints', () => {
    const log = toSarif([finding()], meta);
    expect(log).toMatchObject({
      version: '2.1.0',
      runs: [{ tool: { driver: { name: 'Gatehouse', version: '1.0.0' } } }],
    });
    const [run] = log.runs;
    expect(run?.tool.driver.rules).toEqual([
      {
        id: 'api2-no-authentication',
        shortDescription: { text: 'A write needs no authentication' },
        fullDescription: { text: 'Anybody can change shelves.' },
        help: { text: 'Require a scheme.' },
        defaultConfiguration: { level: 'error' },
        properties: { tags: ['security', 'API2:2023', 'API10:2023'], 'security-severity': '8.0' },
      },
    ]);
    expect(run?.results).toEqual([
      {
        ruleId: 'api2-no-authentication',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'A write needs no authentication. Anybody can change shelves.' },
        locations: [
          {
            physicalLocation: { artifactLocation: { uri: 'my%20api.yaml' } },
            logicalLocations: [{ fullyQualifiedName: '/paths/~1shelves/post' }],
          },
          {
            physicalLocation: { artifactLocation: { uri: 'my%20api.yaml' } },
            logicalLocations: [{ fullyQualifiedName: '/paths/~1shelves/put' }],
          },
        ],
        partialFingerprints: { 'gatehouse/v1': 'f1', primaryLocationLineHash: 'f1' },
        suppressions: [],
        properties: {
          severity: 'high',
          state: 'open',
          occurrences: 2,
          operations: ['POST /shelves'],
          'security-severity': '8.0',
        },
      },
    ]);
  });

  it('is a report also when nothing was found', () => {
    expect(toSarif([], meta).runs).toMatchObject([
      { tool: { driver: { name: 'Gatehouse', rules: [] } }, results: [] },
    ]);
  });

  it('gives every scanner a run and a category of its own', () => {
    const outside = finding({
      source: 'outside scanner',
      rule: 'OUT-1',
      pointers: ['src/key.ts#L3', 'src/other.ts'],
    });
    const { runs } = toSarif([outside, finding()], meta);
    expect(runs.map(({ tool }) => tool.driver.name)).toEqual(['Gatehouse', 'outside scanner']);
    expect(runs.map(({ automationDetails }) => automationDetails.id)).toEqual([
      'gatehouse/shelves/scan',
      'gatehouse/shelves/outside%20scanner',
    ]);
    expect(runs[1]?.results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'src/key.ts' }, region: { startLine: 3 } } },
      { physicalLocation: { artifactLocation: { uri: 'src/other.ts' } } },
    ]);
  });

  it('gives what has no place the description as a whole, since readers take nothing without a place', () => {
    const nowhere = [finding({ pointers: [] }), finding({ source: 'other', pointers: [] })];
    const whole = [{ physicalLocation: { artifactLocation: { uri: 'my%20api.yaml' } } }];
    const { runs } = toSarif(nowhere, meta);
    expect(runs.map(({ results }) => results[0]?.locations)).toEqual([whole, whole]);
  });

  it.each([
    ['src/a b.ts', 'src/a%20b.ts'],
    ['src/a%20b.ts', 'src/a%20b.ts'],
    ['50%/ü[1].ts', '50%25/%C3%BC%5B1%5D.ts'],
    ['C:\\src', 'C:%5Csrc'],
  ])('writes %s as an address', (place, uri) => {
    const [, run] = toSarif([finding({ source: 'other', pointers: [place] })], meta).runs;
    expect(run?.results[0]?.locations[0]?.physicalLocation.artifactLocation.uri).toBe(uri);
  });

  it('describes a rule once, by its worst finding', () => {
    const [run] = toSarif(
      [finding({ severity: 'low', fingerprint: 'f2' }), finding({ severity: 'critical' })],
      meta,
    ).runs;
    expect(run?.tool.driver.rules).toMatchObject([{ properties: { 'security-severity': '9.5' } }]);
    expect(run?.results.map(({ level, ruleIndex }) => [level, ruleIndex])).toEqual([
      ['note', 0],
      ['error', 0],
    ]);
  });

  it('suppresses false positives with their reason and leaves out what was fixed', () => {
    const [run] = toSarif(
      [
        finding({ state: 'false-positive', reason: 'Behind the gateway.' }),
        finding({ state: 'fixed', fingerprint: 'f2' }),
        finding({ state: 'acknowledged', fingerprint: 'f3' }),
      ],
      meta,
    ).runs;
    expect(run?.results.map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'Behind the gateway.' }],
      [],
    ]);
  });
});
