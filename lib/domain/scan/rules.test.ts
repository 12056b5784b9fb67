import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../description/types.ts';
import type { DescriptionFormat } from '../words.ts';
import { CAUSES, RULES } from './rules.ts';
import { scanDescription } from './scan-description.ts';
import { CASES_API1_API2 } from './testing/cases-api1-api2.ts';
import { CASES_API3_API5 } from './testing/cases-api3-api5.ts';
import { CASES_API6_API10 } from './testing/cases-api6-api10.ts';
import { CASES_ASYNCAPI } from './testing/cases-asyncapi.ts';
import { CASES_NAMES } from './testing/cases-names.ts';
import { CASES_PRECISION } from './testing/cases-precision.ts';
import { CASES_OPENAPI_3_2 } from './testing/cases-openapi-3-2.ts';
import { CASES_OTHER_FORMATS } from './testing/cases-other-formats.ts';

const CASES = [
  ...CASES_API1_API2,
  ...CASES_API3_API5,
  ...CASES_API6_API10,
  ...CASES_OPENAPI_3_2,
  ...CASES_OTHER_FORMATS,
  ...CASES_ASYNCAPI,
  ...CASES_NAMES,
  ...CASES_PRECISION,
];

function formatOf({ openapi, swagger }: JsonObject): DescriptionFormat {
  if (swagger !== undefined) return 'openapi-2.0';
  return openapi === '3.1.0' ? 'openapi-3.1' : 'openapi-3.0';
}

function pointersOf(rule: string, document: JsonObject, format = formatOf(document)): string[] {
  const { occurrences } = scanDescription({ format, document });
  return occurrences.filter((occurrence) => occurrence.rule === rule).map(({ pointer }) => pointer);
}

describe('every rule', () => {
  it.each(CASES)('$rule fires where it should ($at)', ({ rule, fires, at, format }) => {
    expect(pointersOf(rule, fires, format)).toContain(at);
  });

  it.each(CASES)('$rule is silent where it should be ($at)', ({ rule, silent, format }) => {
    expect(pointersOf(rule, silent, format)).toEqual([]);
  });

  it('has a case', () => {
    const tried = new Set(CASES.map(({ rule }) => rule));
    expect(RULES.filter(({ id }) => !tried.has(id)).map(({ id }) => id)).toEqual([]);
  });

  it('has a name of its own, says why and how to mend it', () => {
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    for (const { owasp, title, why, fix } of RULES) {
      expect(owasp.length).toBeGreaterThan(0);
      expect(title).toMatch(/^[A-Z].*[^.]$/);
      expect(why).toMatch(/\.$/);
      expect(fix).toMatch(/\.$|…$/);
    }
  });

  it('belongs to a cause that exists, and supersedes rules that exist', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    for (const { cause, supersedes = [] } of RULES) {
      if (cause !== undefined) expect(CAUSES.has(cause)).toBe(true);
      for (const id of supersedes) expect(ids.has(id)).toBe(true);
    }
  });

  it('stands for all 32 rules of the published set', () => {
    const equivalents = new Set(RULES.flatMap(({ equivalent }) => equivalent ?? []));
    expect(equivalents.size).toBe(32);
  });

  it('says of nothing that stands elsewhere what it lacks', () => {
    const elsewhere = { $ref: './common.yml#/it' };
    const { occurrences } = scanDescription({
      format: 'asyncapi-3',
      document: {
        asyncapi: '3.0.0',
        servers: { broker: elsewhere },
        channels: { moved: { messages: { moved: elsewhere } } },
        operations: {
          tell: { action: 'send', channel: { $ref: '#/channels/moved' }, messages: [elsewhere] },
        },
      },
    });
    expect([...new Set(occurrences.map(({ rule }) => rule))]).toEqual(['api9-external-reference']);
  });

  it('asks nobody to keep the state out of what tells of a state', () => {
    const payload = { type: 'object', properties: { id: { type: 'string' }, status: { type: 'string' } } };
    const { occurrences } = scanDescription({
      format: 'asyncapi-2',
      document: { asyncapi: '2.6.0', channels: { moved: { publish: { message: { payload } } } } },
    });
    expect(occurrences.filter(({ rule }) => rule.startsWith('api3-'))).toEqual([]);
  });
});
