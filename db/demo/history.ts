import { APIS } from './catalogue/all-apis.ts';
import type { CatalogueEntry } from './catalogue/catalogue-entry.ts';
import { fateOf } from './fates.ts';
import { PLOTS } from './story/plots.ts';
import { prologue } from './story/prologue.ts';
import { openScene } from './story/scene.ts';
import type { StoryEvent } from './story/story-event.ts';

function storyOf(api: CatalogueEntry, now: number): StoryEvent[] {
  const scene = openScene(api, now);
  PLOTS[fateOf(api.slug)](scene);
  return scene.events;
}

/**
 * Everything that happened at the company in the year before `now` (milliseconds since the epoch), in order. What was
 * told earlier comes first where two events share a moment.
 */
export function history(now: number): StoryEvent[] {
  const events = [...prologue(now), ...APIS.flatMap((api) => storyOf(api, now))];
  return events
    .map((event, index) => ({ event, index }))
    .toSorted((a, b) => a.event.at - b.event.at || a.index - b.index)
    .map(({ event }) => event);
}
