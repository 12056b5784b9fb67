import { randomBytes } from 'node:crypto';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { ReviewDto } from '#lib/domain/review/dto.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import type { Http } from './http.ts';
import { operator } from './operator.ts';
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

/** The token of a pipeline's own account, with the scopes a delivery pipeline needs. */
export function pipelineToken(): string {
  const scopes = 'gate:read,deployments:write,revisions:write';
  return operator(['service-account', 'create', `ci-${random()}`, '--scopes', scopes]);
}

/** Answers every question of a review as somebody who has looked, and submits it. */
export async function answerAll(http: Http, review: ReviewDto): Promise<void> {
  for (const { key, answer } of review.items) {
    if (answer === 'yes') continue;
    await http.must('PATCH', `/reviews/${review.id}/items/${key}`, {
      answer: 'yes',
      evidence: 'Shown by the contract tests of the service.',
    });
  }
  await http.must('POST', `/reviews/${review.id}/submit`, {});
}
