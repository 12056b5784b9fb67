import { describe, expect, it } from 'vitest';
import { decide } from '../decide.ts';
import { alex, ALLOWED, anna, APPROVED, CHAIN, mona, OPEN, paul } from '../testing/example.ts';
import { unsigned, withApi, withOwner } from '../testing/example.ts';
import { emailsOf, reasonOf } from '../testing/reason-of.ts';
import { situation } from '../testing/situations.ts';

describe('ownership', () => {
  it('has no owner and nobody to name', () => {
    expect(reasonOf(situation(ALLOWED, 'owner.none'), 'owner.none')).toEqual({
      code: 'owner.none',
      message: 'No team owns Ledger. Offer it to the team that answers for it.',
      unblockers: [],
      path: '/apis/ledger/ownership',
    });
  });

  it('names who can accept an offer', () => {
    expect(reasonOf(situation(ALLOWED, 'owner.offered'), 'owner.offered')).toEqual({
      code: 'owner.offered',
      message: 'Ledger is offered to team Payments and waits to be accepted by Mona Example.',
      unblockers: emailsOf(mona),
      path: '/apis/ledger/ownership',
    });
    const unattested = withOwner(situation(ALLOWED, 'owner.attestation-expired'), {
      chain: [{ ...CHAIN[0]!, managers: [] }],
    });
    expect(reasonOf(unattested, 'owner.attestation-expired').message).toMatch(/; a manager can confirm it/u);
    const noManager = withOwner(situation(ALLOWED, 'owner.offered'), { chain: [] });
    expect(reasonOf(noManager, 'owner.offered').message).toMatch(/by a manager of that team\.$/u);
  });

  it('names who can confirm it', () => {
    expect(reasonOf(situation(ALLOWED, 'owner.attestation-expired'), 'owner.attestation-expired')).toEqual({
      code: 'owner.attestation-expired',
      message:
        'The ownership of Ledger was not confirmed within 180 days; Mona Example can confirm it for team Payments.',
      unblockers: emailsOf(mona),
      path: '/apis/ledger/ownership',
    });
  });

  it('blocks although it is signed when nobody is left, and names the managers who can add people', () => {
    expect(reasonOf(situation(ALLOWED, 'owner.nobody-eligible'), 'owner.nobody-eligible')).toEqual({
      code: 'owner.nobody-eligible',
      message: 'Nobody in team Payments or in a team above it can sign for Ledger.',
      unblockers: [],
      path: '/apis/ledger/ownership',
    });
  });

  it('lets a signed API pass although nobody could sign the renewal on its way', () => {
    const renewal = { ...OPEN, answeredBy: emailsOf(anna, alex, mona, paul) };
    expect(decide(withApi(ALLOWED, { reviews: [APPROVED, renewal] })).outcome).toBe('allowed');
  });

  it('does not take the receiving team of an offer for the owner', () => {
    const facts = unsigned(situation(ALLOWED, 'owner.offered'), { ...OPEN, term: '' });
    const codes = decide(facts).reasons.map(({ code }) => code);
    expect(codes).toEqual(['owner.offered', 'review.open']);
    expect(reasonOf(facts, 'review.open').unblockers).toEqual([]);
  });

  it('calls a team without a name by its slug', () => {
    const facts = withOwner(situation(ALLOWED, 'owner.nobody-eligible'), { teamName: null });
    expect(reasonOf(facts, 'owner.nobody-eligible').message).toMatch(/team payments/u);
  });
});
