import { APPLICATIONS } from '../applications.ts';
import { DIVISION_SLUGS, ORPHANED_TEAM, TEAMS } from '../organisation.ts';
import { MEMBERSHIPS, PEOPLE } from '../people.ts';
import { administrator } from './cast.ts';
import { momentOf } from './scene.ts';
import type { Happening, StoryEvent } from './story-event.ts';

/** The first day of the story: everything that was there before the first API was registered. */
export const FIRST_DAY = 368;
/** Until this day production's gate only told what it would have done. */
const ENFORCED_SINCE = 210;

const PIPELINES = [...DIVISION_SLUGS, ORPHANED_TEAM].map((slug) => `ci-${slug}`);

function firstDay(): Happening[] {
  return [
    ...PEOPLE.map(({ email, name, role }): Happening => ({ kind: 'person.added', email, name, role })),
    ...TEAMS.map(({ slug, name, parent }): Happening => ({ kind: 'team.created', team: slug, name, parent })),
    ...MEMBERSHIPS.map((membership): Happening => ({ kind: 'member.set', ...membership })),
    ...APPLICATIONS.map(({ slug, ...rest }): Happening => ({
      kind: 'application.created',
      application: slug,
      ...rest,
    })),
    ...PIPELINES.map((slug): Happening => ({
      kind: 'service-account.created',
      slug,
      scopes: ['gate:read', 'deployments:write', 'revisions:write'],
    })),
    {
      kind: 'service-account.created',
      slug: 'cluster-production',
      scopes: ['gate:read', 'deployments:write'],
    },
    { kind: 'environment.changed', environment: 'production', gate: 'shadow' },
  ];
}

/** What concerns the whole organisation, in order. */
export function prologue(now: number): StoryEvent[] {
  const start = momentOf(now, FIRST_DAY);
  const begin = firstDay().map((happening, index): StoryEvent => {
    const actor = happening.kind === 'person.added' ? 'operator' : administrator();
    return { at: start + index * 1000, actor, ...happening };
  });
  const left = PEOPLE.flatMap(({ email, leftDaysAgo }): StoryEvent[] =>
    leftDaysAgo === null
      ? []
      : [{ at: momentOf(now, leftDaysAgo), actor: administrator(), kind: 'person.deactivated', email }],
  );
  const enforced: StoryEvent = {
    at: momentOf(now, ENFORCED_SINCE),
    actor: administrator(),
    kind: 'environment.changed',
    environment: 'production',
    gate: 'enforce',
  };
  return [...begin, enforced, ...left];
}
