import { describe, expect, it } from 'vitest';
import { alex, anna, dev, OPEN } from '../gate/testing/example.ts';
import { OPERATOR, serviceAccount, someone } from '../gate/testing/standings.ts';
import type { Standing } from '../identity/standing.ts';
import { REVIEW_STATES, type ReviewState } from '../words.ts';
import { mayAct } from './actions.ts';
import { REVIEW_ACTIONS, type ReviewAction } from './dto.ts';
import { samSecurity, WAITING, WAITING_FOR_TWO, withReview } from './testing/waiting.ts';

const ACTORS: Record<string, Standing> = {
  requester: someone(dev.email, { payments: 'member' }),
  formerRequester: someone(dev.email),
  member: someone('dora@example.test', { payments: 'member' }),
  approver: someone(anna.email, { payments: 'approver' }),
  manager: someone('mona@example.test', { payments: 'manager' }),
  above: someone('paul@example.test', { company: 'manager' }),
  security: samSecurity,
  stranger: someone('nina@example.test'),
  admin: someone('ada@example.test', {}, 'admin'),
  auditor: someone('otto@example.test', { payments: 'approver' }, 'auditor'),
  service: serviceAccount('ci', 'revisions:write', 'gate:read'),
  operator: OPERATOR,
};

// Columns: requester, requester who left the team, member, approver, manager, manager above, security, stranger,
// administrator, auditor, service account, operator. On an open review of a tier that needs both sign-offs, or, for
// `submit`, on a draft.
const WHO = {
  submit: '+++++ +.. ....',
  approve: '...++ .+. ....',
  'request-changes': '...++ .+. ....',
  reject: '...++ .+. ....',
  withdraw: '++... ... ....',
  answer: '+.+++ ++. ....',
  comment: '+++++ +++ +...',
} satisfies Record<ReviewAction, string>;

const marks = (action: ReviewAction): string => {
  const facts = action === 'submit' ? withReview(WAITING_FOR_TWO, { state: 'draft' }) : WAITING_FOR_TWO;
  const all = Object.values(ACTORS).map((actor) => (mayAct(action, { ...facts, actor }) ? '.' : '+'));
  return [all.slice(0, 5), all.slice(5, 8), all.slice(8)].map((part) => part.join('')).join(' ');
};

describe('who may take each step', () => {
  it.each(REVIEW_ACTIONS)('%s', (action) => expect(marks(action)).toBe(WHO[action]));
});

// An actor who may take the step where the state allows it.
const ABLE = {
  submit: 'requester',
  approve: 'approver',
  'request-changes': 'approver',
  reject: 'approver',
  withdraw: 'requester',
  answer: 'member',
  comment: 'stranger',
} satisfies Record<ReviewAction, string>;
const FROM = {
  submit: ['draft', 'changes-requested'],
  approve: ['open'],
  'request-changes': ['open'],
  reject: ['open'],
  withdraw: ['draft', 'open', 'changes-requested'],
  answer: ['draft', 'open', 'changes-requested'],
  comment: [...REVIEW_STATES],
} satisfies Record<ReviewAction, ReviewState[]>;

const steps = REVIEW_ACTIONS.flatMap((action) => REVIEW_STATES.map((state) => ({ action, state })));

describe('from which states', () => {
  it.each(steps)('$action from $state', ({ action, state }) => {
    const refusal = mayAct(action, { ...withReview(WAITING, { state }), actor: ACTORS[ABLE[action]]! });
    expect(refusal?.code ?? null).toBe(FROM[action].some((one) => one === state) ? null : 'review.state');
  });
});

describe('submitting', () => {
  const draft = { ...withReview(WAITING, { state: 'draft' }), actor: ACTORS['requester']! };

  it('waits for every answer', () => {
    const items = [...OPEN.items, { key: 'limits', question: 'Are lists bounded?', answer: null }];
    expect(mayAct('submit', withReview(draft, { items }))).toEqual({
      code: 'review.incomplete',
      kind: 'conflict',
      message: '“Are lists bounded?” has no answer yet.',
    });
  });

  it('is refused once the review is void or overtaken', () => {
    expect(mayAct('submit', withReview(draft, { term: 'term-0' }))?.code).toBe('review.owner-changed');
    const newestRevision = { materialDigest: 'sha256:m2', uploadedAt: draft.review.createdAt + 1 };
    expect(mayAct('submit', { ...draft, newestRevision })?.code).toBe('review.superseded');
  });

  it('is refused to a requester who became an auditor', () => {
    expect(mayAct('submit', { ...draft, actor: { ...draft.actor, role: 'auditor' } })?.code).toBe(
      'forbidden',
    );
  });
});

describe('answering', () => {
  const signed = { approvals: [{ role: 'owner' as const, by: alex.email, at: OPEN.openedAt }] };
  const answering = { ...WAITING_FOR_TWO, actor: ACTORS['member']! };

  it('is refused once somebody has signed, until changes are asked for', () => {
    expect(mayAct('answer', withReview(answering, signed))).toMatchObject({
      code: 'review.state',
      kind: 'conflict',
    });
    expect(mayAct('answer', withReview(answering, { ...signed, state: 'changes-requested' }))).toBeNull();
  });

  it('is possible again after a new submission', () => {
    const before = { approvals: [{ role: 'owner' as const, by: alex.email, at: OPEN.openedAt - 1 }] };
    expect(mayAct('answer', withReview(answering, before))).toBeNull();
  });
});

describe('withdrawing', () => {
  it('is for the requester alone, also of a void review', () => {
    const requester = { ...withReview(WAITING, { term: 'term-0' }), actor: ACTORS['requester']! };
    expect(mayAct('withdraw', requester)).toBeNull();
    expect(mayAct('withdraw', { ...WAITING, actor: serviceAccount(dev.email) })?.code).toBe('forbidden');
  });
});
