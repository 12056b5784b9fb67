import { describe, expect, it } from 'vitest';
import { fromSarif } from './from-sarif.ts';

const GUID = '0b1c5cfa-9d5e-4f0e-8f5e-7f0d3e1c2a11';

function only(run: Record<string, unknown>) {
  const read = fromSarif({ version: '2.1.0', runs: [run] }, (text) => text);
  if (!read.ok) throw new Error(JSON.stringify(read.errors));
  expect(read.findings).toHaveLength(1);
  return read.findings[0]!;
}

describe('the rule behind a result', () => {
  const tool = {
    driver: { name: 'CodeQL', rules: [{ id: 'about-files', shortDescription: { text: 'A file was read' } }] },
    extensions: [
      { name: 'other', rules: [{ id: 'other-rule' }] },
      {
        name: 'queries',
        guid: GUID,
        rules: [
          {
            id: 'js/injection',
            shortDescription: { text: 'Injection' },
            properties: { 'security-severity': '9.3' },
          },
        ],
      },
    ],
  };

  it.each([
    ['index', { index: 1 }],
    ['guid', { guid: GUID }],
    ['name', { name: 'queries' }],
    ['nothing that is there', { name: 'gone' }],
  ])('is found in the component named by its %s', (_, toolComponent) => {
    const result = {
      ruleId: 'js/injection',
      ruleIndex: 0,
      rule: { id: 'js/injection', index: 0, toolComponent },
      message: { text: 'Built from input' },
    };
    expect(only({ tool, results: [result] })).toMatchObject({
      rule: 'js/injection',
      severity: 'critical',
      title: 'Injection',
    });
  });

  it('is rated as the run was told to, where the result says nothing else', () => {
    const driver = { name: 'T', rules: [{ id: 'r', defaultConfiguration: { level: 'note' } }] };
    const rated = (descriptor: unknown, more = {}) =>
      only({
        tool: { driver },
        invocations: [
          {
            executionSuccessful: true,
            ruleConfigurationOverrides: [null, { descriptor, configuration: { level: 'error' } }],
          },
        ],
        results: [{ ruleId: 'r', message: { text: 'm' }, ...more }],
      }).severity;
    expect(rated({ id: 'r' })).toBe('high');
    expect(rated({ index: 0 })).toBe('high');
    expect(rated({ id: 'another' })).toBe('low');
    expect(rated({ id: 'r' }, { level: 'warning' })).toBe('medium');
  });

  it('tells the category by a taxonomy, too', () => {
    const to = (id: string) => ({ target: { id, toolComponent: { name: 'OWASP API Security' } } });
    const rules = [{ id: 'r', relationships: [to('API5:2023'), to('API1:2019'), null] }];
    const result = { ruleId: 'r', message: { text: 'm' }, taxa: [{ id: 'API3:2023' }, { id: 'CWE-1' }] };
    expect(only({ tool: { driver: { name: 'T', rules } }, results: [result] }).owasp).toEqual([
      'API3',
      'API5',
    ]);
  });
});

describe('a place on the machine that ran the tool', () => {
  const from = (folder: string, uri: string) =>
    only({
      tool: { driver: { name: 'T' } },
      originalUriBaseIds: {
        HOME: { uri: 'file:///home/ci/' },
        SRCROOT: { uri: folder },
        WEB: { uri: 'https://a.example/' },
      },
      results: [{ message: { text: 'm' }, locations: [{ physicalLocation: { artifactLocation: { uri } } }] }],
    });

  it('is the same on the next one', () => {
    const first = from('file:///home/ci/build-817/', 'file:///home/ci/build-817/src/a.ts');
    expect(first.pointers).toEqual(['src/a.ts']);
    const second = from('file:///home/ci/build-818/', 'file:///home/ci/build-818/src/a.ts');
    expect(second.fingerprint).toBe(first.fingerprint);
    expect(from('file:///x/', 'src/a.ts').fingerprint).toBe(first.fingerprint);
    expect(from('file:///x/', 'https://a.example/b').pointers).toEqual(['https://a.example/b']);
  });
});
