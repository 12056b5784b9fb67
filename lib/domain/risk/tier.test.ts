import { describe, expect, it } from 'vitest';
import { CRITICALITIES, DATA_CLASSES, EXPOSURES, type Tier } from '../words.ts';
import { tierOf } from './tier.ts';

// Rows: exposure; within a row the data classes in order, each with the criticalities in order.
const EXPECTED = {
  internal: 'low low medium, low medium medium, medium medium high, medium high high',
  partner: 'low medium medium, medium medium high, medium high high, high high critical',
  public: 'medium medium high, medium high high, high high critical, high critical critical',
} as const;

const cases = EXPOSURES.flatMap((exposure) =>
  DATA_CLASSES.flatMap((dataClass, column) =>
    CRITICALITIES.map((criticality, place) => {
      const tier = EXPECTED[exposure].split(', ')[column]?.split(' ')[place] as Tier;
      return { exposure, dataClass, criticality, tier };
    }),
  ),
);

describe('the tier of an API', () => {
  it('has a case for every classification', () => expect(cases).toHaveLength(36));

  it.each(cases)(
    '$exposure, $dataClass data, $criticality criticality: $tier',
    ({ tier, ...classification }) => {
      expect(tierOf(classification)).toBe(tier);
    },
  );

  it('is critical when a word is unknown', () => {
    const strange = JSON.parse('{"exposure":"lunar","dataClass":"public","criticality":"low"}');
    expect(tierOf(strange)).toBe('critical');
  });
});
