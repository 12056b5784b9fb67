import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';

export interface PersonChange {
  role: OrganisationRole;
  active: boolean;
}

/** What a change of role or standing means, in sentences; empty when it changes nothing that others notice. */
export function personConsequence(before: PersonDto, after: PersonChange, isSelf = false): string[] {
  const deciding = before.teams.filter((team) => team.role !== 'member');
  const named = deciding.map((team) => `${team.name} (${team.role})`).join(', ');
  const stopsDeciding =
    deciding.length > 0 &&
    before.active &&
    before.role !== 'auditor' &&
    (!after.active || after.role === 'auditor');
  return [
    ...(before.active && !after.active
      ? [
          `${before.name} is out with the next request: sessions end, tokens stop working. Sign-offs already given stay.`,
        ]
      : []),
    ...(!before.active && after.active
      ? [`${before.name} can sign in again, with the same teams, and tokens work again.`]
      : []),
    ...(stopsDeciding
      ? [
          `${before.name} no longer decides for ${named}; where nobody else there can, the team above is asked.`,
        ]
      : []),
    ...(after.active && before.role === 'security' && after.role !== 'security'
      ? ['Sign-offs given for security stay; new ones must come from somebody else.']
      : []),
    ...(after.active && before.role !== 'admin' && after.role === 'admin'
      ? [`${before.name} may change people, teams and environments from the next request on.`]
      : []),
    ...(isSelf && before.role === 'admin' && (after.role !== 'admin' || !after.active)
      ? ['This is you. Another administrator must undo it.']
      : []),
  ];
}
