import { randomBytes } from 'node:crypto';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import type { Http } from './http.ts';
import { persona } from './portal.ts';
import type { Who } from './portal.ts';

/** Six characters nobody else uses: tests share one database and never wipe it. */
export const random = (): string => randomBytes(3).toString('hex');

export interface SeededTeam {
  slug: string;
  name: string;
}

/** A team of the test's own, with people of the demo organisation in it. */
export async function makeTeam(admin: Http, members: Partial<Record<Who, TeamRole>>): Promise<SeededTeam> {
  const mark = random();
  const team = { slug: `team-${mark}`, name: `Harbour ${mark}` };
  await admin.must('POST', '/teams', team);
  for (const [who, role] of Object.entries(members)) {
    const { email } = persona(who as Who);
    await admin.must('PUT', `/teams/${team.slug}/members/${email}`, { role });
  }
  return team;
}

/** An API of the lowest tier, where one owner's sign-off suffices; unowned unless a team is given. */
export function makeApi(admin: Http, given: Record<string, unknown> = {}): Promise<ApiDto> {
  const mark = random();
  return admin.must<ApiDto>('POST', '/apis', {
    slug: `quay-${mark}`,
    name: `Quay ${mark}`,
    kind: 'rest',
    exposure: 'internal',
    dataClass: 'internal',
    criticality: 'low',
    lifecycle: 'development',
    ...given,
  });
}

/** A token with an administrator's own rights, as a pipeline may be given one. */
export async function pipelineToken(admin: Http): Promise<string> {
  const { token } = await admin.must<{ token: string }>('POST', '/tokens', { name: `pipeline ${random()}` });
  return token;
}
