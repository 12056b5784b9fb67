import { ORGANISATION_ROLES } from '#lib/domain/words.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { ROLE_WORDS } from '../shell/shell-person.ts';

const DETAILS = {
  admin: 'Manages people, teams, environments and integrations; approves nothing by it.',
  security: 'Gives the second sign-off, decides exceptions, keeps policy and checklist.',
  auditor: 'Reads everything, now and as of a date, and changes nothing.',
  member: 'Registers APIs; what else depends on the teams.',
} as const satisfies Record<OrganisationRole, string>;

/** What a person can be in the organisation, each with what comes with it. */
export const ROLE_CARDS = ORGANISATION_ROLES.map((value) => ({
  value,
  label: ROLE_WORDS[value],
  detail: DETAILS[value],
}));
