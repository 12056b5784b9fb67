import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEATURES } from '../description/types.ts';
import type { OperationInfo } from '../description/types.ts';
import { CAUSES, RULES } from '../scan/rules.ts';
import { API_KINDS, DESCRIPTION_FORMATS, TIERS } from '../words.ts';
import { DEFAULT_CHECKLIST } from './default-checklist.ts';
import { prefillAnswers } from './prefill.ts';
import type { PrefillFacts, PrefillFinding } from './settle.ts';
import { SETTLING_RULES } from './settling-rules.ts';
import { tailorChecklist } from './tailor.ts';

const operation = (key: string, over: Partial<OperationInfo> = {}): OperationInfo => {
  const [method = 'GET', path = '/'] = key.split(' ');
  return {
    key,
    method,
    path,
    operationId: null,
    summary: null,
    tags: [],
    deprecated: false,
    authenticated: true,
    security: ['company[read]'],
    pointer: `/paths/${path.replaceAll('/', '~1')}/${method.toLowerCase()}`,
    ...over,
  };
};

const finding = (rule: string, over: Partial<PrefillFinding> = {}): PrefillFinding => ({
  rule,
  severity: 'high',
  owasp: ['API2'],
  title: `Title of ${rule}`,
  occurrences: 2,
  operations: ['POST /a', 'POST /b'],
  operationCount: 2,
  pointers: ['/paths/~1a/post', '/paths/~1b/post'],
  ...over,
});

const facts = (over: Partial<PrefillFacts> = {}): PrefillFacts => ({
  format: 'openapi-3.0',
  version: '1.4.0',
  operations: [operation('GET /a'), operation('POST /a')],
  features: [],
  servers: [{ url: 'https://a.example/v1', description: null }],
  findings: [],
  protections: {},
  ...over,
});

const ANSWERS = (over: Partial<PrefillFacts>) => prefillAnswers(DEFAULT_CHECKLIST.items, facts(over));

/** Item, facts, answer (or null: left to a person) and pieces of the evidence. */
const CASES: [string, string, Partial<PrefillFacts>, 'yes' | 'no' | null, string[]][] = [
  ['authentication-declared', 'all authenticated', {}, 'yes', ['All 2 operations', 'company[read]']],
  [
    'authentication-declared',
    'open writes',
    {
      operations: [operation('GET /a'), operation('POST /a', { authenticated: false, security: [] })],
      findings: [finding('api2-write-open')],
    },
    'no',
    ['Title of api2-write-open', '2 places', 'POST /a, POST /b', '/paths/~1a/post'],
  ],
  [
    'authentication-declared',
    'open reads only',
    {
      operations: [operation('GET /a', { authenticated: false }), operation('POST /a')],
      findings: [finding('api2-read-open', { severity: 'medium' })],
    },
    null,
    [],
  ],
  [
    'authentication-declared',
    'a format that cannot say',
    { format: 'graphql', operations: [operation('QUERY a', { authenticated: null })] },
    null,
    [],
  ],
  ['authentication-declared', 'no operations', { operations: [] }, null, []],
  ['credentials-out-of-addresses', 'nothing found', {}, 'yes', ['2 operations']],
  [
    'credentials-out-of-addresses',
    'a key in the query',
    { findings: [finding('api2-api-key-in-url', { occurrences: 1, operations: [], operationCount: 0 })] },
    'no',
    ['1 place.', 'Places: /paths/~1a/post'],
  ],
  ['credentials-out-of-addresses', 'protobuf', { format: 'protobuf' }, null, []],
  ['current-authentication-schemes', 'nothing found', {}, null, []],
  [
    'current-authentication-schemes',
    'basic',
    { findings: [finding('api2-http-basic')] },
    'no',
    ['api2-http-basic'],
  ],
  [
    'rate-limits-declared',
    'nothing found',
    { protections: { rateLimit: true } },
    'yes',
    ['2 operations', 'in force'],
  ],
  ['rate-limits-declared', 'some limit missing', { findings: [finding('api4-no-limits')] }, null, []],
  ['errors-declared', 'nothing found', {}, 'yes', ['2 operations']],
  ['errors-declared', 'some gap', { findings: [finding('api8-description-gaps')] }, null, []],
  ['versions-declared', 'older versions live', { findings: [finding('api9-several-versions')] }, null, []],
  [
    'versions-declared',
    'no end of a deprecated one',
    { findings: [finding('api9-deprecated-without-sunset')] },
    'no',
    [],
  ],
  ['encrypted-servers', 'https', {}, 'yes', ['The server', 'https://a.example/v1']],
  [
    'encrypted-servers',
    'https and a developer machine',
    {
      servers: [
        { url: 'https://a.example', description: null },
        { url: 'http://localhost:8080', description: null },
      ],
    },
    'yes',
    ['https://a.example'],
  ],
  [
    'encrypted-servers',
    'one plain server of two',
    {
      servers: [
        { url: 'https://a.example', description: null },
        { url: 'HTTP://b.example', description: null },
      ],
    },
    'no',
    ['1 server of 2', 'HTTP://b.example'],
  ],
  [
    'encrypted-servers',
    'only localhost',
    { servers: [{ url: 'http://127.0.0.1', description: null }] },
    null,
    [],
  ],
  [
    'encrypted-servers',
    'a name that begins like localhost',
    { servers: [{ url: 'http://localhost.evil.example', description: null }] },
    'no',
    [],
  ],
  ['encrypted-servers', 'relative', { servers: [{ url: '/v1', description: null }] }, null, []],
  [
    'encrypted-servers',
    'a template',
    { servers: [{ url: '{scheme}://a.example', description: null }] },
    null,
    [],
  ],
  ['encrypted-servers', 'none', { servers: [] }, null, []],
  [
    'encrypted-servers',
    'a secured broker',
    { servers: [{ url: 'kafka-secure://b:9093', description: null }] },
    'yes',
    [],
  ],
  ['encrypted-servers', 'a broker', { servers: [{ url: 'kafka://b:9092', description: null }] }, null, []],
  ['versions-declared', 'a version, nothing deprecated', {}, 'yes', ['1.4.0', '2 operations']],
  ['versions-declared', 'no version', { version: ' ' }, 'no', ['no version']],
  ['versions-declared', 'no version in a format without one', { version: '', format: 'graphql' }, null, []],
  [
    'versions-declared',
    'something deprecated',
    { operations: [operation('GET /a', { deprecated: true })] },
    null,
    [],
  ],
];

describe('prefillAnswers', () => {
  it.each(CASES)('%s: %s', (key, _name, over, answer, pieces) => {
    const prefilled = ANSWERS(over)[key];
    expect(prefilled?.answer ?? null).toBe(answer);
    expect(pieces.filter((piece) => !prefilled?.evidence.includes(piece))).toEqual([]);
  });

  it('names five operations and counts the others', () => {
    const operations = Array.from({ length: 50 }, (_, index) => `POST /r${index}`);
    const many = finding('api2-write-open', { operations, operationCount: 180, occurrences: 180 });
    const open = [operation('POST /r0', { authenticated: false })];
    const { evidence = '' } =
      ANSWERS({ operations: open, findings: [many] })['authentication-declared'] ?? {};
    expect(evidence).toContain('POST /r4 and 175 more');
    expect(evidence).toContain('/paths/~1b/post and 178 more');
    expect(evidence).not.toContain('POST /r5');
  });

  it('answers only what was asked', () => {
    expect(prefillAnswers([], facts())).toEqual({});
  });

  it('never answers a whole review, whatever the tier, the kind and the description', () => {
    const someFacts = fc.record({
      format: fc.constantFrom(...DESCRIPTION_FORMATS),
      version: fc.constantFrom('', '1.0.0'),
      authenticated: fc.constantFrom(true, false, null),
      url: fc.constantFrom('https://a.example', 'http://a.example', '/'),
      rules: fc.subarray([...RULES.map((rule) => rule.id), ...CAUSES.keys()]),
      rateLimit: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...TIERS),
        fc.constantFrom(...API_KINDS),
        fc.subarray([...FEATURES]),
        someFacts,
        (tier, kind, features, { format, version, authenticated, url, rules, rateLimit }) => {
          const items = tailorChecklist(DEFAULT_CHECKLIST, { tier, kind, features });
          const given = prefillAnswers(
            items,
            facts({
              format,
              version,
              features,
              operations: [operation('GET /a', { authenticated })],
              servers: [{ url, description: null }],
              findings: rules.map((rule) => finding(rule)),
              protections: { rateLimit },
            }),
          );
          const open = items.filter((item) => given[item.key] === undefined);
          expect(open.length).toBeGreaterThanOrEqual(3);
          expect(Object.values(given).every((answer) => answer?.evidence)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the table of settling rules', () => {
  it('names only what findings can carry: rules that are shown by themselves, and shared causes', () => {
    const carried = new Set([
      ...RULES.filter((rule) => rule.cause === undefined).map((rule) => rule.id),
      ...CAUSES.keys(),
    ]);
    const named = Object.values(SETTLING_RULES).flatMap(({ proof, doubt }): string[] => [...proof, ...doubt]);
    expect(named.filter((rule) => !carried.has(rule))).toEqual([]);
  });
});
