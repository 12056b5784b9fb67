import { describe, expect, it } from 'vitest';
import { anna, mona, paul, sam } from '../gate/testing/example.ts';
import { someone } from '../gate/testing/standings.ts';
import { mayRevoke } from './revoke.ts';
import { WAITING } from './testing/waiting.ts';

const code = (actor: Parameters<typeof mayRevoke>[0], standing = 1) =>
  mayRevoke(actor, WAITING.place, standing)?.code ?? null;

describe('revoking sign-offs', () => {
  it('is for security and for managers of the owning team and above', () => {
    expect(code(someone(sam.email, {}, 'security'))).toBeNull();
    expect(code(someone(mona.email, { payments: 'manager' }))).toBeNull();
    expect(code(someone(paul.email, { company: 'manager' }))).toBeNull();
    expect(code(someone(anna.email, { payments: 'approver' }))).toBe('forbidden');
    expect(code(someone('ada@example.test', {}, 'admin'))).toBe('forbidden');
    expect(code(someone('otto@example.test', { payments: 'manager' }, 'auditor'))).toBe('forbidden');
  });

  it('needs one that stands, and says so only to those who may', () => {
    expect(mayRevoke(someone(sam.email, {}, 'security'), WAITING.place, 0)).toMatchObject({
      code: 'signoff.none',
      kind: 'conflict',
    });
    expect(code(someone(anna.email), 0)).toBe('forbidden');
  });
});
