import { describe, expect, it } from 'vitest';
import { diffAnswers } from './diff-answers.ts';
import type { GivenAnswer } from './diff-answers.ts';

const given = (key: string, answer: GivenAnswer['answer'], evidence: string | null = null): GivenAnswer => ({
  key,
  answer,
  evidence,
});

const CASES: [string, GivenAnswer[], GivenAnswer[], [string, string][]][] = [
  ['nothing before', [], [given('a', 'yes')], [['a', 'new']]],
  ['nothing after', [given('a', 'yes')], [], [['a', 'dropped']]],
  ['the same', [given('a', 'yes', 'tests/a')], [given('a', 'yes', 'tests/a')], [['a', 'same']]],
  [
    'other white space',
    [given('a', 'yes', ' tests/a\n b')],
    [given('a', 'yes', 'tests/a b ')],
    [['a', 'same']],
  ],
  ['another answer', [given('a', 'yes')], [given('a', 'no')], [['a', 'changed']]],
  ['other evidence', [given('a', 'yes', 'x')], [given('a', 'yes', 'y')], [['a', 'changed']]],
  ['no longer answered', [given('a', 'yes')], [given('a', null)], [['a', 'changed']]],
  [
    'order of the later review, dropped ones last',
    [given('a', 'yes'), given('b', 'no'), given('c', 'yes')],
    [given('d', null), given('c', 'yes')],
    [
      ['d', 'new'],
      ['c', 'same'],
      ['a', 'dropped'],
      ['b', 'dropped'],
    ],
  ],
];

describe('diffAnswers', () => {
  it.each(CASES)('%s', (_name, before, after, expected) => {
    expect(diffAnswers(before, after).map(({ key, kind }) => [key, kind])).toEqual(expected);
  });

  it('shows both sides', () => {
    expect(diffAnswers([given('a', 'no', 'planned')], [given('a', 'yes', 'done')])).toEqual([
      {
        key: 'a',
        kind: 'changed',
        before: { answer: 'no', evidence: 'planned' },
        after: { answer: 'yes', evidence: 'done' },
      },
    ]);
  });
});
