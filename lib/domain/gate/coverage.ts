import { isCovering } from '../exceptions/rules.ts';
import type { ExceptionFacts, FindingFacts, Instant, ReviewFacts, ReviewItemFacts } from './facts.ts';
import type { Question } from './question.ts';

/** What blocks and what an exception covers; `until` are the ends of the covers that this answer rests on. */
export interface Coverage<Thing> {
  uncovered: Thing[];
  until: Instant[];
}

/** Findings of a severity that blocks at this tier. */
export function coverFindings({ revision, tierPolicy, api, now }: Question): Coverage<FindingFacts> {
  const blocking = (revision?.findings ?? []).filter(({ severity }) =>
    tierPolicy.blockingSeverities.includes(severity),
  );
  return cover(blocking, ({ id }) =>
    coveredUntil(api.exceptions, now, ({ target }) => isFor(target, 'finding', id)),
  );
}

/** Items of a review that are not met: answered `no`, or not answered at all. */
export function coverItems(
  { items }: Pick<ReviewFacts, 'items'>,
  { api, now }: Question,
): Coverage<ReviewItemFacts> {
  const unmet = items.filter(({ answer }) => answer === 'no' || answer === null);
  return cover(unmet, ({ key }) =>
    coveredUntil(api.exceptions, now, ({ target }) => isFor(target, 'item', key)),
  );
}

function isFor(target: ExceptionFacts['target'], kind: 'finding' | 'item', id: string): boolean {
  return kind === 'finding'
    ? 'finding' in target && target.finding === id
    : 'item' in target && target.item === id;
}

function cover<Thing>(things: Thing[], untilOf: (thing: Thing) => Instant | null): Coverage<Thing> {
  const coverage: Coverage<Thing> = { uncovered: [], until: [] };
  for (const thing of things) {
    const until = untilOf(thing);
    if (until === null) coverage.uncovered.push(thing);
    else coverage.until.push(until);
  }
  return coverage;
}

/** The end of the longest exception that covers it now; null when none does. */
function coveredUntil(
  exceptions: readonly ExceptionFacts[],
  now: Instant,
  fits: (exception: ExceptionFacts) => boolean,
): Instant | null {
  const ends = exceptions
    .filter((one) => fits(one) && isCovering(one, now))
    .map(({ expiresAt }) => expiresAt);
  return ends.length > 0 ? Math.max(...ends) : null;
}
