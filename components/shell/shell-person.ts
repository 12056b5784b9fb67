import type { OrganisationRole, TeamRole } from '#lib/domain/words.ts';

/** The signed-in person as the shell shows them. */
export interface ShellPerson {
  email: string;
  name: string;
  role: OrganisationRole;
  teams: readonly { slug: string; name: string; role: TeamRole }[];
}

export const ROLE_WORDS = {
  admin: 'Administrator',
  security: 'Security reviewer',
  auditor: 'Auditor',
  member: 'Member',
} satisfies Record<OrganisationRole, string>;
