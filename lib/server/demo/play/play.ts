import type { StoryEvent } from '#db/demo/story/story-event.ts';
import type { World } from '../world.ts';

export type EventOf<Kind extends StoryEvent['kind']> = Extract<StoryEvent, { kind: Kind }>;

/** Lets one thing happen: judges by the product's rules, changes the rows, writes the audit event. */
export type Play<Kind extends StoryEvent['kind']> = (world: World, event: EventOf<Kind>, now: Date) => void;
