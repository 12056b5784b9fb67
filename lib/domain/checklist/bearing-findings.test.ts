import { describe, expect, it } from 'vitest';
import { bearingFindings, isSettling } from './bearing-findings.ts';
import { SETTLING_RULES } from './settling-rules.ts';
import { SETTLERS } from './types.ts';

const item = { owasp: ['API2' as const], settledBy: 'authentication-declared' as const };
const found = (rule: string, ...owasp: ('API2' | 'API8')[]) => ({ rule, owasp });

describe('the findings that bear on an item', () => {
  it('are those that settle it before those of its category, and no others', () => {
    const findings = [
      found('basic', 'API2'),
      found('header', 'API8'),
      found('api2-write-open', 'API2'),
      found('key', 'API8', 'API2'),
    ];
    expect(bearingFindings(item, findings).map(({ rule }) => rule)).toEqual([
      'api2-write-open',
      'basic',
      'key',
    ]);
    expect(bearingFindings({ owasp: ['API8'] }, findings).map(({ rule }) => rule)).toEqual(['header', 'key']);
  });

  it('are ten at most', () => {
    expect(
      bearingFindings(
        item,
        Array.from({ length: 30 }, () => found('basic', 'API2')),
      ),
    ).toHaveLength(10);
  });
});

describe('a rule that settles an item', () => {
  it.each(SETTLERS)('is one of the table of %s', (settledBy) => {
    const { proof, doubt } = SETTLING_RULES[settledBy];
    for (const rule of [...proof, ...doubt]) expect(isSettling({ settledBy }, rule)).toBe(true);
    expect(isSettling({ settledBy }, 'another')).toBe(false);
    expect(isSettling({}, 'another')).toBe(false);
  });
});
