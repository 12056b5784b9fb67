import type { Standing } from '#lib/domain/identity/standing.ts';
import type { MeDto } from '#lib/domain/people/dto.ts';

/** What the rules of the domain judge a person by, as far as the person's own page knows it. */
export function standingOf(me: MeDto): Standing {
  return {
    kind: me.kind,
    name: me.email,
    role: me.role === 'service' ? null : me.role,
    scopes: me.scopes,
    teamRoles: Object.fromEntries(me.teams.map((team) => [team.slug, team.role])),
  };
}
