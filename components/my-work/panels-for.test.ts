import { describe, expect, it } from 'vitest';
import { ORGANISATION_ROLES } from '#lib/domain/words.ts';
import { panelsFor } from './panels-for.ts';

describe('the panels of somebody’s work', () => {
  it.each([
    ['member', true, ['waiting', 'offers', 'red', 'expiring', 'requests']],
    ['member', false, ['requests']],
    ['admin', true, ['waiting', 'offers', 'red', 'expiring', 'requests']],
    ['admin', false, ['requests']],
    ['security', true, ['waiting', 'offers', 'red', 'expiring', 'requests']],
    ['security', false, ['waiting', 'requests']],
    ['auditor', true, ['red', 'expiring']],
    ['auditor', false, []],
  ] as const)('%s, in a team: %s', (role, hasTeams, panels) => {
    expect(panelsFor(role, hasTeams)).toEqual(panels);
  });

  it.each(ORGANISATION_ROLES)('%s sees no less for being in a team', (role) => {
    expect(panelsFor(role, true)).toEqual(expect.arrayContaining([...panelsFor(role, false)]));
  });
});
