import { describe, expect, it } from 'vitest';
import { endingSentence, handOverConsequence } from './hand-over-consequence.ts';

describe('what a hand-over ends', () => {
  it.each([
    [{ reviews: 0, signOffs: 0 }, 'No review is on its way and no sign-off counts, so nothing ends with it.'],
    [{ reviews: 1, signOffs: 0 }, '1 review on its way becomes void: the new owner signs anew.'],
    [
      { reviews: 2, signOffs: 1 },
      '2 reviews on their way become void and 1 sign-off no longer counts: the new owner signs anew.',
    ],
    [{ reviews: 0, signOffs: 3 }, '3 sign-offs no longer count: the new owner signs anew.'],
  ])('%o', (ends, sentence) => expect(endingSentence(ends)).toBe(sentence));

  it('happens at once, or with the acceptance', () => {
    const ownership = { teamName: 'Payouts', endsWithHandOver: { reviews: 0, signOffs: 1 } };
    expect(handOverConsequence(ownership, 'Acquiring', true)).toBe(
      'Acquiring owns it at once. 1 sign-off no longer counts: the new owner signs anew.',
    );
    expect(handOverConsequence(ownership, 'Acquiring', false)).toBe(
      'It is offered to Acquiring; a manager there accepts. Payouts stays the owner until then. With the acceptance 1 sign-off no longer counts: the new owner signs anew.',
    );
    expect(handOverConsequence({ ...ownership, teamName: null }, 'Acquiring', false)).toContain(
      'Nobody owns it until then.',
    );
  });
});
