import { describe, expect, it } from 'vitest';
import { dangerSentences } from './danger-sentences.ts';

const api = (
  slug: string,
  score: number,
  change: Partial<Parameters<typeof dangerSentences>[0][number]> = {},
) => ({
  slug,
  name: slug.toUpperCase(),
  exposure: 'internal' as const,
  dataClass: 'internal' as const,
  gate: 'allowed' as const,
  lifecycle: 'production' as const,
  risk: { score },
  ...change,
});

describe('how the worst API endangers the rest', () => {
  it('says where the application would stand without it', () => {
    expect(dangerSentences([])).toEqual([]);
    expect(dangerSentences([api('a', 10)])).toEqual(['It is the only API of the application.']);
    expect(dangerSentences([api('a', 10), api('b', 60)])[0]).toBe(
      'Without it the application would stand at 10, because of A.',
    );
    expect(dangerSentences([api('a', 60), api('b', 60)])[0]).toBe('It is not alone: B stands at 60 as well.');
  });

  it('says what lies behind an open door', () => {
    const sentences = dangerSentences([
      api('door', 80, { exposure: 'public' }),
      api('vault', 5, { dataClass: 'restricted' }),
      api('list', 5, { exposure: 'partner' }),
      api('other', 5, { exposure: 'public' }),
    ]);
    expect(sentences[1]).toBe(
      'Anybody on the internet can reach it, and 2 APIs of the application are less open than it, 1 of them with confidential or restricted data: whoever gets in here stands next to them.',
    );
    expect(dangerSentences([api('door', 80, { exposure: 'partner' })])[1]).toBe('Partners can reach it.');
  });

  it('says which doors lead to an internal one', () => {
    expect(dangerSentences([api('core', 80), api('door', 5, { exposure: 'public' })])[1]).toContain(
      'It is internal, but 1 API of the application can be reached from outside',
    );
    expect(dangerSentences([api('core', 80), api('other', 5)])).toHaveLength(1);
  });

  it('counts what production holds back, but nothing that is retired', () => {
    const blocked = { gate: 'prevented' as const };
    expect(dangerSentences([api('a', 9, blocked), api('b', 3)]).at(-1)).toBe(
      'A release of the whole application would wait: production would not let 1 of its 2 APIs through now.',
    );
    expect(dangerSentences([api('a', 9, blocked), api('b', 3, blocked)]).at(-1)).toBe(
      'Production would let none of its APIs through now.',
    );
    expect(
      dangerSentences([api('a', 9), api('b', 3, { ...blocked, lifecycle: 'retired' })]).join(' '),
    ).not.toContain('roduction');
  });
});
