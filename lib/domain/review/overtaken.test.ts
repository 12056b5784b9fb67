import { describe, expect, it } from 'vitest';
import { NOW } from '../gate/testing/example.ts';
import { REVIEW_STATES } from '../words.ts';
import { currentTerm, OVERTAKEN, overtakenBy, overtakenSentence, refuseOvertaken } from './overtaken.ts';

const review = {
  term: 'term-1',
  materialDigest: 'sha256:m1',
  createdAt: NOW,
  checklist: { id: 'default', version: 3 },
};
const around = {
  owner: { state: 'accepted' as const, term: 'term-1' },
  newestRevision: { materialDigest: 'sha256:m1', uploadedAt: NOW },
  reviews: [],
  checklist: { id: 'default', version: 3 },
};
const newest = (materialDigest: string, uploadedAt: number) => ({
  ...around,
  newestRevision: { materialDigest, uploadedAt },
});

describe('a review is overtaken', () => {
  it('by nothing while everything stands', () => expect(overtakenBy(review, around)).toBeNull());

  it('by a change of owner, also one that came back', () => {
    expect(overtakenBy(review, { ...around, owner: { state: 'accepted', term: 'term-3' } })).toBe('owner');
    expect(overtakenBy(review, { ...around, owner: { state: 'none', term: null } })).toBe('owner');
    expect(overtakenBy(review, { ...around, owner: { state: 'offered', term: 'term-1' } })).toBe('owner');
  });

  it('by the first acceptance, when it was requested before', () => {
    const early = { ...review, term: '' };
    expect(overtakenBy(early, { ...around, owner: { state: 'none', term: null } })).toBeNull();
    expect(overtakenBy(early, around)).toBe('owner');
  });

  it('by other material uploaded later, or in the same moment', () => {
    expect(overtakenBy(review, newest('sha256:m2', NOW + 1))).toBe('revision');
    expect(overtakenBy(review, newest('sha256:m2', NOW))).toBe('revision');
    expect(overtakenBy(review, newest('sha256:m1', NOW + 1))).toBeNull();
  });

  it('not by newer material that was there when it was requested', () => {
    expect(overtakenBy(review, newest('sha256:m2', NOW - 1))).toBeNull();
  });

  it('by a later review only once that is submitted', () => {
    const later = (state: (typeof REVIEW_STATES)[number], createdAt: number) =>
      overtakenBy(review, { ...around, reviews: [{ state, createdAt }] });
    const overtaking = REVIEW_STATES.filter((state) => later(state, NOW + 1) === 'review');
    expect(overtaking).toEqual(['open', 'changes-requested', 'approved', 'rejected']);
    expect(REVIEW_STATES.filter((state) => later(state, NOW) !== null)).toEqual([]);
    expect(REVIEW_STATES.filter((state) => later(state, NOW - 1) !== null)).toEqual([]);
  });

  it('by another checklist, whichever way it differs', () => {
    expect(overtakenBy(review, { ...around, checklist: { id: 'default', version: 4 } })).toBe('checklist');
    expect(overtakenBy(review, { ...around, checklist: { id: 'default', version: 2 } })).toBe('checklist');
    expect(overtakenBy(review, { ...around, checklist: { id: 'other', version: 3 } })).toBe('checklist');
  });

  it('by nothing that was not loaded', () => {
    const { createdAt: _, checklist: __, ...bare } = review;
    const later = { state: 'open' as const, createdAt: NOW + 1 };
    expect(overtakenBy(bare, { ...newest('sha256:m2', NOW + 1), reviews: [later] })).toBeNull();
    expect(overtakenBy(review, { ...around, newestRevision: null, reviews: [{ state: 'open' }] })).toBeNull();
  });
});

describe('the refusal of an overtaken review', () => {
  it('has one code for hands and one for everything else', () => {
    const handed = refuseOvertaken(review, { ...around, owner: { state: 'accepted', term: 'term-2' } });
    expect(handed).toMatchObject({ code: 'review.owner-changed', kind: 'conflict' });
    const rest = refuseOvertaken(review, newest('sha256:m2', NOW + 1));
    expect(rest).toMatchObject({ code: 'review.superseded', kind: 'conflict' });
    expect(refuseOvertaken(review, around)).toBeNull();
  });

  it('has a sentence for each cause', () => {
    expect(new Set(OVERTAKEN.map(overtakenSentence)).size).toBe(OVERTAKEN.length);
  });
});

describe('the current term', () => {
  it('is none without an accepted owner', () => {
    expect(currentTerm({ state: 'accepted', term: 'term-1' })).toBe('term-1');
    expect(currentTerm({ state: 'accepted', term: null })).toBe('');
    expect(currentTerm({ state: 'offered', term: 'term-1' })).toBe('');
    expect(currentTerm({ state: 'none', term: 'term-1' })).toBe('');
  });
});
