import { history } from '#db/demo/history.ts';
import type { StoryEvent } from '#db/demo/story/story-event.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { playEvent } from './play-event.ts';
import { noteRisk } from './risk-over-time.ts';
import type { World } from './world.ts';

/** Time alone changes a risk as well: sign-offs run out, findings become overdue. */
const LOOK_EVERY = 7 * DAY;

const apisOf = (world: World, event: StoryEvent) => {
  if ('api' in event) return world.apis.get(event.api) ?? null;
  if (!('review' in event)) return null;
  const id = world.refs.get(event.review);
  return [...world.apis.values()].find((api) => api.reviews.some((review) => review.row.id === id)) ?? null;
};

/** Lets the year before `now` happen. */
export function playStory(world: World, now: Date): void {
  let nextLook = 0;
  for (const event of history(now.getTime())) {
    for (; nextLook !== 0 && nextLook < event.at; nextLook += LOOK_EVERY)
      lookAtAll(world, new Date(nextLook));
    nextLook ||= event.at + LOOK_EVERY;
    playEvent(world, event);
    const api = apisOf(world, event);
    if (api) noteRisk(world, api, new Date(event.at));
  }
  lookAtAll(world, now);
}

function lookAtAll(world: World, at: Date): void {
  for (const api of world.apis.values()) noteRisk(world, api, at);
}
