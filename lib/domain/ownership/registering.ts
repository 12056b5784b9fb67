import { forbidden, type Refusal } from '../identity/refusal.ts';
import { isColleague, type Standing, type TeamPath } from '../identity/standing.ts';
import { capacitiesInTeam, type Capacity } from './capacities.ts';
import { judge, type RightRow } from './right-row.ts';

export const TEAM: readonly Capacity[] = ['member', 'approver', 'manager', 'manager-above'];

/** The rows of the table that nearly every page asks for a button: apart, so that pages do not carry all the others. */
export const REGISTERING_RIGHTS = {
  register: { who: ['colleague'], otherwise: 'Only people of the organisation may register an API.' },
  'register-for-team': {
    who: TEAM,
    otherwise: 'Only members of the team, its managers and managers above it may register an API for it.',
  },
} as const satisfies Record<string, RightRow>;

/** Whether there is anything this person may change: auditors read everything and change nothing. */
export const mayChangeSomething = (standing: Standing): Refusal | null =>
  isColleague(standing) ? null : forbidden('Auditors read everything and change nothing.');

/** @param team path of the team it is registered for, null for an unowned API */
export function mayRegister(standing: Standing, team: TeamPath | null): Refusal | null {
  const right = team === null ? 'register' : 'register-for-team';
  return judge(REGISTERING_RIGHTS[right], capacitiesInTeam(standing, team ?? []));
}
