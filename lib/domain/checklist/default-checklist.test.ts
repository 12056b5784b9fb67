import { describe, expect, it } from 'vitest';
import { FEATURES } from '../description/types.ts';
import type { Feature } from '../description/types.ts';
import { OWASP_CATEGORIES, TIERS } from '../words.ts';
import type { ApiKind, Tier } from '../words.ts';
import { DEFAULT_CHECKLIST } from './default-checklist.ts';
import { tailorChecklist } from './tailor.ts';
import { SETTLERS } from './types.ts';

const { items } = DEFAULT_CHECKLIST;

describe('the default checklist', () => {
  it('has 24 to 30 items', () => {
    expect(items.length).toBeGreaterThanOrEqual(24);
    expect(items.length).toBeLessThanOrEqual(30);
  });

  it.each(OWASP_CATEGORIES)('asks about %s', (category) => {
    expect(items.filter((item) => item.owasp.includes(category)).length).toBeGreaterThan(0);
  });

  it('has unique kebab-case keys', () => {
    const keys = items.map((item) => item.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !/^[a-z]+(-[a-z]+)*$/.test(key))).toEqual([]);
  });

  it('has unique questions that can be answered with yes or no', () => {
    const questions = items.map((item) => item.question);
    expect(new Set(questions).size).toBe(questions.length);
    expect(questions.filter((question) => !/^(Does|Do|Is|Are|Can) .+\?$/.test(question))).toEqual([]);
  });

  it.each(items.map((item) => [item.key, item] as const))('explains %s to a developer', (_key, item) => {
    expect(item.why.split(/[.!?](?:\s|$)/).length - 1).toBeLessThanOrEqual(3);
    expect(item.why.length).toBeGreaterThan(60);
    expect(item.guidance.split('\n').length).toBeGreaterThanOrEqual(3);
    expect(item.guidance.length).toBeGreaterThan(200);
    expect(item.guidance.length).toBeLessThan(1100);
    expect(item.guidance.split('\n').at(-1)).toMatch(/^Evidence: /);
    expect(`${item.question} ${item.why} ${item.guidance}`).not.toMatch(/[!–—]/);
  });

  it('applies every item to the critical tier, and to each tier above one it applies to', () => {
    const gaps = items.filter((item) => {
      const lowest = TIERS.findIndex((tier) => item.appliesTo.tiers.includes(tier));
      return lowest < 0 || !TIERS.slice(lowest).every((tier) => item.appliesTo.tiers.includes(tier));
    });
    expect(gaps).toEqual([]);
  });

  it('uses every settler for exactly one item', () => {
    const settled = items.flatMap((item) => (item.settledBy ? [item.settledBy] : []));
    expect(settled.toSorted()).toEqual([...SETTLERS].toSorted());
  });
});

const ORDINARY: Feature[] = ['authentication', 'object-ids', 'write-operations', 'lists'];

/** Tier, kind, features, fewest and most items. */
const CASES: [Tier, ApiKind, Feature[], number, number][] = [
  ['low', 'rest', ORDINARY, 7, 9],
  ['low', 'rest', ['unauthenticated-operations', 'lists'], 7, 9],
  ['low', 'rest', [...FEATURES], 9, 12],
  ['medium', 'rest', ORDINARY, 16, 20],
  ['high', 'rest', ORDINARY, 20, 25],
  ['critical', 'rest', ORDINARY, 20, 25],
  ['critical', 'rest', [...FEATURES], 30, 30],
  ['critical', 'graphql', ['graphql', ...ORDINARY], 20, 25],
  ['critical', 'grpc', [], 12, 18],
  ['low', 'async', [], 5, 8],
  ['low', 'soap', [], 5, 8],
];

describe('tailorChecklist', () => {
  it.each(CASES)(
    'asks a %s %s API with %j between %i and %i questions',
    (tier, kind, features, fewest, most) => {
      const { length } = tailorChecklist(DEFAULT_CHECKLIST, { tier, kind, features });
      expect(length).toBeGreaterThanOrEqual(fewest);
      expect(length).toBeLessThanOrEqual(most);
    },
  );

  it('asks an API of a higher tier everything it asks one of a lower tier', () => {
    for (const [index, tier] of TIERS.entries()) {
      const keys = tailorChecklist(DEFAULT_CHECKLIST, { tier, kind: 'rest', features: ORDINARY });
      const higher = TIERS.slice(index).map((other) =>
        tailorChecklist(DEFAULT_CHECKLIST, { tier: other, kind: 'rest', features: ORDINARY }),
      );
      expect(higher.every((all) => keys.every((item) => all.includes(item)))).toBe(true);
    }
  });

  it('keeps the order of the checklist whatever the order of the features', () => {
    const forwards = tailorChecklist(DEFAULT_CHECKLIST, { tier: 'high', kind: 'rest', features: FEATURES });
    const backwards = tailorChecklist(DEFAULT_CHECKLIST, {
      tier: 'high',
      kind: 'rest',
      features: FEATURES.toReversed(),
    });
    expect(backwards).toEqual(forwards);
    expect(forwards).toEqual(items.filter((item) => forwards.includes(item)));
  });

  it('does not ask about rate-limit answers where a description cannot declare them', () => {
    const keys = tailorChecklist(DEFAULT_CHECKLIST, {
      tier: 'critical',
      kind: 'grpc',
      features: FEATURES,
    }).map((item) => item.key);
    expect(keys).not.toContain('rate-limits-declared');
    expect(keys).toContain('limits-enforced');
  });
});
