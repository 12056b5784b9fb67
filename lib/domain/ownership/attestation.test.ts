import { describe, expect, it } from 'vitest';
import { CHAIN, NOW } from '../gate/testing/example.ts';
import { DAY } from '../policy/periods.ts';
import { attestationEndsAt, hasSomebody, isAttested, ownershipState } from './attestation.ts';

const policy = { attestationDays: 180 };
const owned = (daysAgo: number) => ({ state: 'accepted' as const, confirmedAt: NOW - daysAgo * DAY });

describe('the confirmation of ownership', () => {
  it('lasts to the very end of the period and not a moment longer', () => {
    expect(isAttested(owned(180), policy, NOW - 1)).toBe(true);
    expect(isAttested(owned(180), policy, NOW)).toBe(false);
    expect(attestationEndsAt(owned(10), policy)).toBe(NOW + 170 * DAY);
  });

  it('is none without an owner or a known confirmation', () => {
    expect(attestationEndsAt({ state: 'offered', confirmedAt: NOW }, policy)).toBeNull();
    expect(isAttested({ state: 'offered', confirmedAt: NOW }, policy, NOW)).toBe(false);
    expect(isAttested({ state: 'accepted', confirmedAt: null }, policy, NOW)).toBe(false);
    expect(isAttested({ state: 'accepted', confirmedAt: Number.NaN }, policy, NOW)).toBe(false);
  });

  it('gives the state that lists filter by', () => {
    expect(ownershipState(owned(1), policy, NOW)).toBe('owned');
    expect(ownershipState(owned(180), policy, NOW)).toBe('stale');
    expect(ownershipState({ state: 'offered', confirmedAt: null }, policy, NOW)).toBe('offered');
    expect(ownershipState({ state: 'none', confirmedAt: null }, policy, NOW)).toBe('unowned');
  });
});

describe('somebody to act', () => {
  it('needs an accepted team and a person on the way up', () => {
    const nobody = CHAIN.map((rank) => ({ ...rank, managers: [], approvers: [] }));
    expect(hasSomebody({ state: 'accepted', chain: CHAIN })).toBe(true);
    expect(hasSomebody({ state: 'accepted', chain: nobody })).toBe(false);
    expect(hasSomebody({ state: 'offered', chain: CHAIN })).toBe(false);
    expect(hasSomebody({ state: 'none', chain: [] })).toBe(false);
  });
});
