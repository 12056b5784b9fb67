import { peopleWithRole, seatIn } from '../people.ts';
import { chainOf, HEADLESS_TEAMS } from '../organisation.ts';

/** Who acts for a team. */
export interface Cast {
  team: string;
  developer: string;
  /** Both ways of signing for the owner. */
  approver: string;
  manager: string;
  /** Somebody who manages above the team. */
  above: string;
}

export function castOf(team: string): Cast {
  const chain = chainOf(team);
  const acting = HEADLESS_TEAMS.includes(team) ? chain[1] : chain[0];
  const parent = chain[1] ?? chain[0];
  if (!acting || !parent) throw new Error(`nobody acts for ${team}`);
  const hasApprover = chain.length > 1;
  return {
    team,
    developer: seatIn(team, 'member'),
    approver: seatIn(acting.slug, hasApprover ? 'approver' : 'manager'),
    manager: seatIn(acting.slug, 'manager'),
    above: seatIn(parent.slug, 'manager'),
  };
}

const named = (people: string[], index: number): string => {
  const email = people[index % people.length];
  if (!email) throw new Error('nobody has the role');
  return email;
};

/** Security reviewers take turns; who proposes is never who decides. */
export const securityReviewer = (turn: number) => named(peopleWithRole('security'), turn);
export const administrator = () => named(peopleWithRole('admin'), 0);
