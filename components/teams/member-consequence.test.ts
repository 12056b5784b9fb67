import { describe, expect, it } from 'vitest';
import { memberConsequence } from './member-consequence.ts';

const mona = { email: 'mona@example.test', name: 'Mona', role: 'manager' as const, active: true };
const anna = { email: 'anna@example.test', name: 'Anna', role: 'approver' as const, active: true };
const team = {
  name: 'Payouts',
  members: [mona, anna],
  apiCount: 5,
  ancestors: [
    { slug: 'company', name: 'Company' },
    { slug: 'keelpay', name: 'Keelpay' },
  ],
};

describe('what another role means', () => {
  it('names what the person may do then', () => {
    const joins = { email: 'new@example.test', name: 'Nils' };
    expect(memberConsequence(team, joins, 'approver')).toEqual(['Nils may sign off the APIs of Payouts.']);
    expect(memberConsequence(team, joins, 'manager')[0]).toContain('may assign ownership');
    expect(memberConsequence(team, anna, 'member')).toHaveLength(1);
  });

  it('says what nobody can do any more', () => {
    expect(memberConsequence(team, mona, null)).toEqual([
      'Mona loses every right of Payouts at once, in open sessions and with tokens too.',
      'Nobody in Payouts can accept APIs or change members then; only managers above it can.',
    ]);
    const alone = { ...team, members: [mona, { ...anna, active: false }] };
    expect(memberConsequence(alone, mona, 'member')).toContain(
      'Nobody in Payouts can sign off its 5 APIs then; Keelpay, the team above, is asked instead.',
    );
    expect(memberConsequence({ ...alone, ancestors: [], apiCount: 1 }, mona, null)).toContain(
      'Nobody can sign off its 1 API then: they cannot ship.',
    );
    expect(memberConsequence({ ...alone, apiCount: 0 }, mona, null).join(' ')).not.toContain('sign off');
  });

  it('warns whoever changes their own role', () => {
    expect(memberConsequence(team, mona, 'member', true).at(-1)).toContain('This is you.');
    expect(memberConsequence(team, mona, 'manager', true).join(' ')).not.toContain('This is you.');
  });
});
