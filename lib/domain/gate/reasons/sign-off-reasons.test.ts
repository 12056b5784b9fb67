import { describe, expect, it } from 'vitest';
import { DAY } from '../../policy/periods.ts';
import { decide } from '../decide.ts';
import {
  alex,
  ALLOWED,
  anna,
  HIGH,
  mona,
  NOW,
  sam,
  SIGN_OFF,
  withApi,
  withRevision,
} from '../testing/example.ts';
import { emailsOf, reasonOf } from '../testing/reason-of.ts';
import { situation } from '../testing/situations.ts';

describe('a sign-off that no longer counts', () => {
  it('says when it ran out', () => {
    expect(reasonOf(situation(ALLOWED, 'signoff.expired'), 'signoff.expired')).toEqual({
      code: 'signoff.expired',
      message: 'The sign-off of Anna Example ran out 3 days ago. A new review is needed.',
      unblockers: emailsOf(anna, alex, mona),
      path: '/apis/ledger',
    });
    const today = withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, expiresAt: NOW }] });
    expect(reasonOf(today, 'signoff.expired').message).toMatch(/ran out today/u);
  });

  it('says what changed since', () => {
    const changed = situation(ALLOWED, 'signoff.material-change');
    expect(reasonOf(changed, 'signoff.material-change').message).toBe(
      'The description changed since Anna Example signed it in what matters to security. A new review is needed.',
    );
    const places = withRevision(changed, {
      changedSinceSignOff: ['POST /loans was added', 'GET /loans lost its scope'],
    });
    expect(reasonOf(places, 'signoff.material-change').message).toBe(
      'The description changed since Anna Example signed it: POST /loans was added; GET /loans lost its scope. A new review is needed.',
    );
  });

  it('says who signed before the change of hands', () => {
    expect(reasonOf(situation(ALLOWED, 'signoff.owner-changed'), 'signoff.owner-changed').message).toBe(
      'The API changed hands after Anna Example signed it. A new review is needed.',
    );
  });

  it('says how the checklist changed', () => {
    expect(
      reasonOf(situation(ALLOWED, 'signoff.checklist-changed'), 'signoff.checklist-changed').message,
    ).toBe(
      'The checklist changed from version 2 to version 3 after Anna Example signed. A new review is needed.',
    );
    const other = withApi(ALLOWED, { signOffs: [{ ...SIGN_OFF, checklistId: 'old' }] });
    expect(reasonOf(other, 'signoff.checklist-changed').message).toMatch(/from another one to version 3/u);
  });

  it('says that it was revoked, and tells two signers in one sentence', () => {
    const revokedAt = NOW - DAY;
    const signOffs = [
      { ...SIGN_OFF, revokedAt },
      { ...SIGN_OFF, role: 'security' as const, by: sam.email, revokedAt },
    ];
    expect(reasonOf(withApi(ALLOWED, { ...HIGH, signOffs }), 'signoff.revoked')).toMatchObject({
      message: 'The sign-off of Anna Example and Sam Example was revoked. A new review is needed.',
      unblockers: emailsOf(anna, alex, mona, sam),
    });
  });

  it('says when the first of two ran out', () => {
    const signOffs = [
      { ...SIGN_OFF, expiresAt: NOW - DAY },
      { ...SIGN_OFF, role: 'security' as const, by: sam.email, expiresAt: NOW - 2 * DAY },
    ];
    expect(reasonOf(withApi(ALLOWED, { ...HIGH, signOffs }), 'signoff.expired').message).toBe(
      'The sign-off of Anna Example and Sam Example ran out 2 days ago. A new review is needed.',
    );
  });

  it('says which role never signed, when the tier has risen', () => {
    expect(reasonOf(situation(ALLOWED, 'signoff.missing-role'), 'signoff.missing-role')).toMatchObject({
      message: 'The security sign-off was never given. A new review is needed.',
      unblockers: emailsOf(anna, alex, mona, sam),
    });
    expect(decide(situation(ALLOWED, 'signoff.missing-role')).outcome).toBe('prevented');
  });

  it('names somebody unknown by e-mail', () => {
    const facts = withApi(ALLOWED, {
      signOffs: [{ ...SIGN_OFF, by: 'gone@example.test', expiresAt: NOW - DAY }],
    });
    expect(reasonOf(facts, 'signoff.expired').message).toMatch(
      /^The sign-off of gone@example\.test ran out 1 day ago/u,
    );
  });
});
