import { describe, expect, it } from 'vitest';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import { personConsequence } from './person-consequence.ts';

const mona: PersonDto = {
  email: 'mona@example.test',
  name: 'Mona',
  role: 'member',
  active: true,
  teams: [
    { slug: 'payouts', name: 'Payouts', role: 'manager' },
    { slug: 'ledger', name: 'Ledger', role: 'member' },
  ],
  version: 1,
};

describe('what a change of a person means', () => {
  it('is nothing when nothing changes', () => {
    expect(personConsequence(mona, { role: 'member', active: true })).toEqual([]);
  });

  it('names the teams that lose somebody who decides', () => {
    const sentences = personConsequence(mona, { role: 'member', active: false });
    expect(sentences[0]).toContain('sessions end, tokens stop working');
    expect(sentences[1]).toContain('Payouts (manager)');
    expect(sentences.join(' ')).not.toContain('Ledger');
    expect(personConsequence(mona, { role: 'auditor', active: true })[0]).toContain('Payouts (manager)');
  });

  it('says what comes and goes with a role', () => {
    expect(personConsequence(mona, { role: 'admin', active: true })).toEqual([
      'Mona may change people, teams and environments from the next request on.',
    ]);
    expect(
      personConsequence({ ...mona, role: 'security', teams: [] }, { role: 'member', active: true }),
    ).toEqual(['Sign-offs given for security stay; new ones must come from somebody else.']);
    expect(personConsequence({ ...mona, active: false }, { role: 'member', active: true })[0]).toContain(
      'can sign in again',
    );
  });

  it('warns whoever gives up their own administration', () => {
    const ada = { ...mona, role: 'admin' as const, teams: [] };
    expect(personConsequence(ada, { role: 'member', active: true }, true)).toEqual([
      'This is you. Another administrator must undo it.',
    ]);
  });
});
