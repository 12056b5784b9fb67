import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CHECKLIST } from '../../lib/domain/checklist/default-checklist.ts';
import { DAY } from '../../lib/domain/policy/periods.ts';
import { APIS } from './catalogue/all-apis.ts';
import { EVIDENCED_KEYS, writtenAnswer } from './evidence.ts';
import { FATED_SLUGS } from './fates.ts';
import { history } from './history.ts';
import { PEOPLE } from './people.ts';
import { revisionsOf } from './revisions.ts';
import type { StoryEvent } from './story/story-event.ts';

const NOW = Date.UTC(2026, 2, 3, 9, 30);
const STORY = history(NOW);
const hashOf = (story: StoryEvent[]) => createHash('sha256').update(JSON.stringify(story)).digest('hex');
const of = <Kind extends StoryEvent['kind']>(kind: Kind) =>
  STORY.filter((event): event is Extract<StoryEvent, { kind: Kind }> => event.kind === kind);

describe('the history', () => {
  it('is the same whenever it is told for the same moment', () => {
    expect(hashOf(history(NOW))).toBe(hashOf(STORY));
  });

  it('tells the same story a week later, a week later', () => {
    const later = history(NOW + 7 * DAY);
    expect(later.map((event) => ({ ...event, at: event.at - 7 * DAY }))).toEqual(STORY);
  });

  it.each([0, 6, 12, 23])('runs through about a year in order and ends before now, at %i o’clock', (hour) => {
    const now = Date.UTC(2026, 6, 1, hour, 5);
    const times = history(now).map((event) => event.at);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    expect(times.at(-1)).toBeLessThan(now);
    expect((now - (times[0] ?? now)) / DAY).toBeGreaterThan(360);
    expect((now - (times[0] ?? now)) / DAY).toBeLessThan(380);
  });

  it('registers every API once and uploads its revisions in order', () => {
    expect(
      of('api.registered')
        .map((event) => event.api)
        .toSorted(),
    ).toEqual(FATED_SLUGS.toSorted());
    const wrong = APIS.filter((api) => {
      const numbers = of('revision.uploaded').flatMap((event) =>
        event.api === api.slug ? [event.number] : [],
      );
      return (
        numbers.join() !==
        revisionsOf(api)
          .blueprints.map((_, index) => index + 1)
          .join()
      );
    });
    expect(wrong.map((api) => api.slug)).toEqual([]);
  });

  it('lets only people and service accounts act that are there', () => {
    const services = of('service-account.created').map((event) => event.slug);
    const known = new Set(['operator', ...services, ...PEOPLE.map((person) => person.email)]);
    expect(STORY.filter((event) => !known.has(event.actor))).toEqual([]);
  });

  it('lets nobody act who has left', () => {
    const left = new Map(of('person.deactivated').map((event) => [event.email, event.at]));
    expect(left.size).toBeGreaterThan(0);
    expect(STORY.filter((event) => event.at > (left.get(event.actor) ?? Infinity))).toEqual([]);
  });

  it('refers only to reviews, exceptions and emergencies that were begun', () => {
    const begun = new Set<string>();
    const dangling = STORY.filter((event) => {
      if (event.kind === 'review.requested') begun.add(event.review);
      else if (event.kind === 'exception.proposed') begun.add(event.exception);
      else if (event.kind === 'emergency.opened') begun.add(event.emergency);
      else if ('review' in event) return !begun.has(event.review);
      else if ('exception' in event) return !begun.has(event.exception);
      else if ('emergency' in event) return !begun.has(event.emergency);
      return false;
    });
    expect(dangling).toEqual([]);
  });

  it('has every kind of event', () => {
    expect(new Set(STORY.map((event) => event.kind)).size).toBe(29);
  });

  it('keeps four eyes: nobody approves what they requested', () => {
    const requested = new Map(of('review.requested').map((event) => [event.review, event.actor]));
    expect(of('review.approved').filter((event) => requested.get(event.review) === event.actor)).toEqual([]);
  });
});

describe('the answers of teams', () => {
  it('exist for every item of the default checklist and for nothing else', () => {
    expect(EVIDENCED_KEYS.toSorted()).toEqual(DEFAULT_CHECKLIST.items.map((item) => item.key).toSorted());
  });

  it('are never a no, and always the same for the same API', () => {
    const given = DEFAULT_CHECKLIST.items.map((item) => writtenAnswer('payouts', item.key));
    expect(given.filter(({ answer }) => answer === 'no')).toEqual([]);
    expect(given).toEqual(DEFAULT_CHECKLIST.items.map((item) => writtenAnswer('payouts', item.key)));
  });
});
