import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_SARIF_RESULTS, fromSarif } from './from-sarif.ts';
import { toSarif } from './to-sarif.ts';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');
const RULES = [
  { id: 'OUT-1', shortDescription: { text: 'Found outside' }, help: { text: 'Move it to a vault.' } },
];

const result = (more: Record<string, unknown> = {}) => ({
  ruleId: 'OUT-1',
  level: 'error',
  message: { text: 'A hard-coded key' },
  locations: [{ physicalLocation: { artifactLocation: { uri: 'src/key.ts' }, region: { startLine: 3 } } }],
  ...more,
});
const log = (results: unknown[], driver: Record<string, unknown> = {}) => ({
  version: '2.1.0',
  runs: [{ tool: { driver: { name: 'outside-scanner', rules: RULES, ...driver } }, results }],
});
function read(document: unknown) {
  const imported = fromSarif(document, digest);
  if (!imported.ok) throw new Error(JSON.stringify(imported.errors));
  return imported;
}
const only = (more: Record<string, unknown>, driver?: Record<string, unknown>) =>
  read(log([result(more)], driver)).findings[0]!;
const prints = (document: unknown) => read(document).findings.map(({ fingerprint }) => fingerprint);

describe('importing SARIF', () => {
  it('takes over what a finding needs', () => {
    expect(read(log([result()]))).toEqual({
      ok: true,
      tools: ['outside-scanner'],
      runs: [{ tool: 'outside-scanner', category: '', isComplete: true }],
      passedOver: 0,
      findings: [
        {
          tool: 'outside-scanner',
          category: '',
          rule: 'OUT-1',
          severity: 'high',
          owasp: [],
          title: 'Found outside',
          why: 'A hard-coded key',
          fix: 'Move it to a vault.',
          pointers: ['src/key.ts#L3'],
          occurrences: 1,
          fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
  });

  it.each([
    [undefined, ''],
    ['nightly', ''],
    ['nightly/2026-01-31', 'nightly'],
    ['web/nightly/', 'web/nightly'],
    ['/one', ''],
    [7, ''],
  ])('tells runs of the category of %j apart from others of the tool', (id, category) => {
    const { runs, findings } = read({
      version: '2.1.0',
      runs: [
        { tool: { driver: { name: 'out' } }, automationDetails: { id }, results: [result()] },
        { tool: { driver: { name: 'out' } }, automationDetails: { id: 'other/1' }, results: [] },
      ],
    });
    expect(runs).toEqual([
      { tool: 'out', category, isComplete: true },
      { tool: 'out', category: 'other', isComplete: true },
    ]);
    expect(findings[0]!.category).toBe(category);
  });

  it.each([
    [{ level: 'error' }, {}, 'high'],
    [{ level: 'warning' }, {}, 'medium'],
    [{ level: 'note' }, {}, 'low'],
    [{ level: 'none' }, {}, 'info'],
    [{ level: undefined }, {}, 'medium'],
    [{ level: undefined, kind: 'informational' }, {}, 'info'],
    [{ level: undefined }, { defaultConfiguration: { level: 'error' } }, 'high'],
    [{ level: 'note' }, { properties: { 'security-severity': '9.8' } }, 'critical'],
    [{ level: 'note' }, { properties: { 'security-severity': 7 } }, 'high'],
    [{ level: 'error' }, { properties: { 'security-severity': '4.0' } }, 'medium'],
    [{ level: 'error' }, { properties: { 'security-severity': '0.1' } }, 'low'],
    [{ level: 'error' }, { properties: { 'security-severity': '0.0' } }, 'info'],
    [{ level: 'error' }, { properties: { 'security-severity': 'severe' } }, 'high'],
    [{ level: 'error' }, { properties: { 'security-severity': '11' } }, 'high'],
    [
      { level: 'error', properties: { 'security-severity': '2' } },
      { properties: { 'security-severity': '9' } },
      'low',
    ],
  ])('reads %j with the rule %j as %s', (more, rule, severity) => {
    expect(only(more, { rules: [{ id: 'OUT-1', ...rule }] }).severity).toBe(severity);
  });

  it('finds the rule by index, by reference, in an extension, and above a part of it', () => {
    expect(only({ ruleId: undefined, ruleIndex: 0 }).rule).toBe('OUT-1');
    expect(only({ ruleId: undefined, rule: { index: 0 } }).title).toBe('Found outside');
    expect(only({ ruleId: 'OUT-1/part' })).toMatchObject({ rule: 'OUT-1/part', title: 'Found outside' });
    const extended = log([result({ ruleId: undefined, rule: { index: 0, toolComponent: { index: 0 } } })]);
    const tool = {
      ...extended.runs[0]!.tool,
      extensions: [{ name: 'pack', rules: [{ id: 'EXT-9', name: 'Extended' }] }],
    };
    expect(read({ ...extended, runs: [{ ...extended.runs[0], tool }] }).findings[0]).toMatchObject({
      rule: 'EXT-9',
      title: 'Extended',
    });
    expect(only({ ruleId: undefined }, { rules: [] })).toMatchObject({
      rule: 'unnamed',
      title: 'A hard-coded key',
    });
  });

  it('fills in messages that a rule holds', () => {
    const rules = [{ id: 'OUT-1', messageStrings: { found: { text: 'Key {0} in {1} {2}' } } }];
    expect(only({ message: { id: 'found', arguments: ['A', 'B'] } }, { rules }).why).toBe('Key A in B {2}');
    expect(fromSarif(log([result({ message: { id: 'constructor' } })]), digest)).toMatchObject({ ok: false });
  });

  it('keeps logical places and counts those it does not list', () => {
    const logical = { logicalLocations: [{ fullyQualifiedName: '/paths/~1a/get' }] };
    expect(only({ locations: [logical, {}, 7] }).pointers).toEqual(['/paths/~1a/get']);
    const many = Array.from({ length: 30 }, (_, line) => ({
      physicalLocation: { artifactLocation: { uri: 'a' }, region: { startLine: line + 1 } },
    }));
    expect(only({ locations: many })).toMatchObject({ occurrences: 30, pointers: { length: 20 } });
    expect(only({ locations: undefined })).toMatchObject({ occurrences: 1, pointers: [] });
  });

  it('reads OWASP categories from tags', () => {
    expect(only({ properties: { tags: ['OWASP-API10:2023', 'api1:2023', 'API11:2023', 3] } }).owasp).toEqual([
      'API1',
      'API10',
    ]);
  });

  it.each([
    [{ kind: 'pass' }],
    [{ kind: 'notApplicable' }],
    [{ baselineState: 'absent' }],
    [{ suppressions: [{ kind: 'inSource' }] }],
    [{ suppressions: [{ kind: 'external', status: 'accepted' }] }],
  ])('passes over %j', (more) => {
    expect(read(log([result(more), result()]))).toMatchObject({ passedOver: 1, findings: { length: 1 } });
  });

  it('does not pass over a suppression that was refused', () => {
    expect(read(log([result({ suppressions: [{ status: 'rejected' }] })]))).toMatchObject({
      findings: { length: 1 },
    });
  });

  it('cleans what no database keeps', () => {
    const finding = only({ message: { text: `a\u0000b\ud800${'x'.repeat(10_000)}` } });
    expect(finding.why.startsWith('ab\ufffd')).toBe(true);
    expect(finding.why.length).toBe(8_000);
  });
});

describe('the fingerprint of an imported result', () => {
  const moved = {
    locations: [{ physicalLocation: { artifactLocation: { uri: 'src/key.ts' }, region: { startLine: 90 } } }],
  };

  it('is the same in every import, and after the line moved', () => {
    expect(prints(log([result()]))).toEqual(prints(log([result()])));
    expect(prints(log([result(moved)]))).toEqual(prints(log([result()])));
    const partial = { partialFingerprints: { 'outside/v1': 'abc', b: '2' } };
    const reworded = { partialFingerprints: { b: '2', 'outside/v1': 'abc' }, message: { text: 'Key found' } };
    expect(prints(log([result(reworded)]))).toEqual(prints(log([result(partial)])));
  });

  it('differs by rule, file, tool and what tells results apart', () => {
    const other = { locations: [{ physicalLocation: { artifactLocation: { uri: 'src/other.ts' } } }] };
    const variants = [
      log([result()]),
      log([result({ ruleId: 'OUT-2' })]),
      log([result(other)]),
      log([result({ message: { text: 'Another key' } })]),
      log([result({ partialFingerprints: { a: '1' } })]),
      log([result({ fingerprints: { a: '1' } })]),
      log([result()], { name: 'another-scanner' }),
    ].flatMap(prints);
    expect(new Set(variants).size).toBe(variants.length);
  });

  it('numbers results that nothing else tells apart, and merges those with one full fingerprint', () => {
    expect(new Set(prints(log([result(), result(moved), result()]))).size).toBe(3);
    expect(
      prints(log([result({ fingerprints: { a: '1' } }), result({ ...moved, fingerprints: { a: '1' } })])),
    ).toHaveLength(1);
  });

  it('does not depend on the order of the results', () => {
    const results = [
      result(),
      result(moved),
      result({ ruleId: 'OUT-2' }),
      result({ partialFingerprints: { a: '1' } }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(results, { minLength: results.length }), (shuffled) => {
        expect(prints(log(shuffled)).sort()).toEqual(prints(log(results)).sort());
      }),
    );
  });
});

describe('refusing what is no SARIF 2.1.0', () => {
  const faults = (document: unknown) => {
    const imported = fromSarif(document, digest);
    return imported.ok ? [] : imported.errors.map(({ pointer }) => pointer);
  };

  it.each([
    [{ version: '1.0.0', runs: 'none' }, ['/version', '/runs']],
    [null, ['']],
    [[], ['']],
    ['sarif', ['']],
    [{ version: '2.1.0' }, ['/runs']],
    [{ version: '2.1.0', runs: [{}] }, ['/runs/0/tool/driver/name']],
    [{ version: '2.1.0', runs: [null] }, ['/runs/0/tool/driver/name']],
    [log([], { name: '' }), ['/runs/0/tool/driver/name']],
    [log([], { name: '\u0000' }), ['/runs/0/tool/driver/name']],
    [log([], { name: 'GATEHOUSE' }), ['/runs/0/tool/driver/name']],
    [log([7]), ['/runs/0/results/0']],
    [log([result(), result({ message: {} })]), ['/runs/0/results/1/message']],
    [log([result({ level: 'fatal' })]), ['/runs/0/results/0/level']],
    [{ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } }, results: {} }] }, ['/runs/0/results']],
  ])('names the places in %j', (document, pointers) => {
    expect(faults(document)).toEqual(pointers);
  });

  it('reads nothing when one result is malformed', () => {
    expect(fromSarif(log([result(), 7]), digest)).not.toHaveProperty('findings');
  });

  it('states its limits', () => {
    const imported = fromSarif(log(Array(MAX_SARIF_RESULTS + 1).fill(null)), digest);
    expect(imported).toEqual({
      ok: false,
      errors: [{ pointer: '/runs', detail: expect.stringContaining('100000') }],
    });
    expect(faults(log(Array(80).fill(null)))).toHaveLength(50);
  });

  it('accepts runs without results and logs without runs', () => {
    expect(read({ version: '2.1.0', runs: [] })).toMatchObject({ tools: [], findings: [] });
    expect(read({ version: '2.1.0', runs: [{ tool: { driver: { name: 'x' } } }] })).toMatchObject({
      tools: ['x'],
      findings: [],
    });
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (value, message) => {
        const documents = [
          value,
          { version: '2.1.0', runs: [value] },
          log([value]),
          log([result({ message, locations: [value], rule: value })]),
        ];
        for (const document of documents) expect(typeof fromSarif(document, digest).ok).toBe('boolean');
      }),
    );
  });

  it('refuses our own report, whose findings are here already', () => {
    const own = toSarif([], { portal: 'https://g', version: '1', api: 'a', artifact: 'openapi.json' });
    expect(faults(own)).toEqual(['/runs/0/tool/driver/name']);
  });
});
