import { describe, expect, it } from 'vitest';
import type { GateMode } from '../words.ts';
import { shownSignOff } from './shown-sign-off.ts';

const at = (environment: string, gate: GateMode, isSigned: boolean) => ({ environment, gate, isSigned });

describe('the sign-off that stands for an API', () => {
  const cases: [string, ReturnType<typeof at>[], string | null][] = [
    ['is production’s', [at('staging', 'enforce', true), at('production', 'enforce', true)], 'production'],
    [
      'is production’s also where others come after it',
      [at('production', 'enforce', true), at('live', 'enforce', true)],
      'production',
    ],
    ['is production’s in every mode of its gate', [at('production', 'off', true)], 'production'],
    [
      'is that of the last enforcing environment where nobody signed for production',
      [at('live-eu', 'enforce', true), at('live-us', 'enforce', true), at('production', 'enforce', false)],
      'live-us',
    ],
    ['needs no production', [at('live', 'enforce', true)], 'live'],
    [
      'is of no environment whose gate stops nothing',
      [at('development', 'off', true), at('staging', 'shadow', true), at('production', 'enforce', false)],
      null,
    ],
    ['is none where nobody signed', [at('live', 'enforce', false), at('production', 'enforce', false)], null],
    ['is none without environments', [], null],
  ];
  it.each(cases)('%s', (_, rows, expected) => expect(shownSignOff(rows)?.environment ?? null).toBe(expected));
});
