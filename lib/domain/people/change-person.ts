import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { Standing } from '../identity/standing.ts';
import { mayManage } from '../ownership/rights.ts';
import type { OrganisationRole } from '../words.ts';

/** What of a person decides about their rights. */
export interface PersonState {
  role: OrganisationRole;
  active: boolean;
}

export const isActiveAdmin = ({ role, active }: PersonState): boolean => active && role === 'admin';

/**
 * Whether a person may be changed like this. Refused as `person.last-admin` when nobody would be left who can manage
 * people: then only the operator could help.
 *
 * @param otherAdmins how many active administrators there are beside this person
 */
export function mayChangePerson(
  standing: Standing,
  before: PersonState,
  after: PersonState,
  otherAdmins: number,
): Refusal | null {
  const refusal = mayManage(standing, 'people');
  if (refusal) return refusal;
  if (isActiveAdmin(before) && !isActiveAdmin(after) && otherAdmins === 0) {
    return conflicting(
      'person.last-admin',
      'This is the last active administrator; make somebody else one first.',
    );
  }
  return null;
}
