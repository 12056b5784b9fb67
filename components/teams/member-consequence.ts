import { formatCounted } from '#lib/client/format-number.ts';
import type { TeamDto, TeamMemberDto } from '#lib/domain/teams/dto.ts';
import type { TeamRole } from '#lib/domain/words.ts';

type Team = Pick<TeamDto, 'name' | 'members' | 'apiCount' | 'ancestors'>;

const GAINS = {
  manager: (name: string, team: string) =>
    `${name} may assign ownership, change members and sign off, in ${team} and in the teams below it.`,
  approver: (name: string, team: string) => `${name} may sign off the APIs of ${team}.`,
  member: (name: string, team: string) =>
    `${name} may edit the APIs of ${team}, upload descriptions and request reviews, and signs nothing off.`,
} as const satisfies Record<TeamRole, (name: string, team: string) => string>;

/**
 * What will be the case after a person is in a team in another role (null: no longer), in sentences. Names what nobody
 * in the team can do any more.
 */
export function memberConsequence(
  team: Team,
  person: Pick<TeamMemberDto, 'email' | 'name'>,
  role: TeamRole | null,
  isSelf = false,
): string[] {
  const before = team.members.filter((member) => member.active);
  const after = [...before.filter((member) => member.email !== person.email), ...(role ? [{ role }] : [])];
  const lost = (...roles: TeamRole[]) =>
    before.some((member) => roles.includes(member.role)) &&
    !after.some((member) => roles.includes(member.role));
  const above = team.ancestors.at(-1)?.name;
  return [
    role
      ? GAINS[role](person.name, team.name)
      : `${person.name} loses every right of ${team.name} at once, in open sessions and with tokens too.`,
    ...(lost('manager', 'approver') && team.apiCount > 0
      ? [
          above
            ? `Nobody in ${team.name} can sign off its ${formatCounted(team.apiCount, 'API')} then; ${above}, the team above, is asked instead.`
            : `Nobody can sign off its ${formatCounted(team.apiCount, 'API')} then: they cannot ship.`,
        ]
      : []),
    ...(lost('manager')
      ? [
          above
            ? `Nobody in ${team.name} can accept APIs or change members then; only managers above it can.`
            : `Nobody can accept APIs for ${team.name} then; an administrator must name a manager.`,
        ]
      : []),
    ...(isSelf && role !== 'manager' ? ['This is you. You may not be able to undo it.'] : []),
  ];
}
