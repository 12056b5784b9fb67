import { describe, expect, it } from 'vitest';
import { alex, anna, CHAIN, mona, paul, person, sam } from '../gate/testing/example.ts';
import { approverSet, nearestManagers, securityCandidates } from './approver-set.ts';

const without = (...people: { email: string }[]) => new Set(people.map(({ email }) => email));
const EMPTY = { team: 'cards', teamName: 'Cards', managers: [], approvers: [] };

describe('the approver set', () => {
  it('is the managers and approvers of the owning team', () => {
    expect(approverSet(CHAIN, without())).toEqual({
      team: 'payments',
      teamName: 'Payments',
      people: [anna, alex, mona],
      escalated: false,
    });
  });

  it('leaves out who may not sign', () => {
    expect(approverSet(CHAIN, without(anna, mona))?.people).toEqual([alex]);
  });

  it('asks the next ancestor only when nobody is left', () => {
    const set = approverSet(CHAIN, without(anna, alex, mona));
    expect(set).toEqual({ team: 'company', teamName: 'Company', people: [paul], escalated: true });
  });

  it('passes over teams without anybody', () => {
    expect(approverSet([EMPTY, EMPTY, ...CHAIN], without())?.team).toBe('payments');
    expect(approverSet([EMPTY, ...CHAIN], without())?.escalated).toBe(true);
  });

  it('is null when nobody is left up to the root', () => {
    expect(approverSet(CHAIN, without(anna, alex, mona, paul))).toBeNull();
    expect(approverSet([], without())).toBeNull();
  });
});

describe('the security candidates', () => {
  it('are the security people but those who may not sign', () => {
    const ida = person('Ida');
    expect(securityCandidates([sam, ida], without(sam))).toEqual([ida]);
    expect(securityCandidates([sam], without(sam))).toEqual([]);
  });
});

describe('the nearest managers', () => {
  it('are those of the first team that has one', () => {
    expect(nearestManagers(CHAIN)).toEqual([mona]);
    expect(nearestManagers([EMPTY, ...CHAIN])).toEqual([mona]);
    expect(nearestManagers([{ ...EMPTY, approvers: [anna] }, ...CHAIN.slice(1)])).toEqual([paul]);
    expect(nearestManagers([])).toEqual([]);
  });
});
