import type { NoteSchema, SchemaPlace } from './schema-place.ts';
import type { Limit, SchemaView } from './schema-facts.ts';

/** Keywords that bound the same, the inclusive one first, and the direction in which their values let more through. */
const BOUNDS: readonly [limits: readonly Limit[], direction: 1 | -1][] = [
  [['maximum', 'exclusiveMaximum'], 1],
  [['maxLength'], 1],
  [['maxItems'], 1],
  [['maxProperties'], 1],
  [['minimum', 'exclusiveMinimum'], -1],
  [['minLength'], -1],
  [['minItems'], -1],
  [['minProperties'], -1],
];

/** Bounds, patterns and closed objects: what they let in, or let out. */
export function diffLimits(
  { side, label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
): void {
  const isInput = side === 'input';
  const place = label === '' ? 'its value' : label;
  const say = (isLooser: boolean, what: string, looserOutput: 'output-widened' | 'output-changed') => {
    const given = isLooser ? looserOutput : 'output-changed';
    const kind = !isInput ? given : isLooser ? 'limit-loosened' : 'input-narrowed';
    note(kind, pointer, (subject) => `${subject} ${what}`);
  };
  const bound = (isLooser: boolean, what: string) => say(isLooser, what, 'output-widened');
  diffBounds(before, after, place, bound);
  diffPatterns(before, after, place, isInput, bound);
  diffMultiples(before, after, place, bound);
  if (before.isUnique !== after.isUnique)
    bound(before.isUnique, `${after.isUnique ? 'forbids' : 'allows'} equal items in ${place}`);
  if ((before.additional === false) !== (after.additional === false)) {
    const [closed, opened] = isInput ? ['no longer takes', 'takes'] : ['no longer returns', 'may return'];
    const isLooser = after.additional !== false;
    // A client that worked takes no notice of properties that it does not know.
    say(isLooser, `${isLooser ? opened : closed} undescribed properties in ${place}`, 'output-changed');
  }
}

type Say = (isLooser: boolean, what: string) => void;

function diffBounds(before: SchemaView, after: SchemaView, place: string, say: Say): void {
  for (const [limits, direction] of BOUNDS) {
    const [was, is] = [tightest(before, limits, direction), tightest(after, limits, direction)];
    if (was?.limit === is?.limit && was?.value === is?.value) continue;
    if (!was) {
      if (is) say(false, `sets ${is.limit} of ${place} to ${is.value}`);
    } else if (!is) say(true, `drops ${was.limit} ${was.value} of ${place}`);
    else if (was.limit === is.limit)
      say(
        (is.value - was.value) * direction > 0,
        `${is.value > was.value ? 'raises' : 'lowers'} ${is.limit} of ${place} from ${was.value} to ${is.value}`,
      );
    else {
      const isLooser =
        is.value === was.value ? is.limit === limits[0] : (is.value - was.value) * direction > 0;
      say(isLooser, `sets ${is.limit} ${is.value} instead of ${was.limit} ${was.value} of ${place}`);
    }
  }
}

/** The bound that decides; of two that are equal the one that excludes it. */
function tightest(
  { limits }: SchemaView,
  names: readonly Limit[],
  direction: 1 | -1,
): { limit: Limit; value: number } | null {
  let found: { limit: Limit; value: number } | null = null;
  for (const limit of names) {
    const value = limits[limit];
    if (value !== undefined && (found === null || (found.value - value) * direction >= 0))
      found = { limit, value };
  }
  return found;
}

function diffPatterns(
  before: SchemaView,
  after: SchemaView,
  place: string,
  isInput: boolean,
  say: Say,
): void {
  const gone = [...before.patterns].some((pattern) => !after.patterns.has(pattern));
  const fresh = [...after.patterns].some((pattern) => !before.patterns.has(pattern));
  if (!gone && !fresh) return;
  if (!fresh) say(true, `drops ${after.patterns.size === 0 ? 'the' : 'a'} pattern of ${place}`);
  // Another pattern refuses what was taken, and lets out what was not.
  else if (gone) say(!isInput, `changes the pattern of ${place}`);
  else say(false, `sets a pattern for ${place}`);
}

function diffMultiples(
  { multipleOf: was }: SchemaView,
  { multipleOf: is }: SchemaView,
  place: string,
  say: Say,
): void {
  if (was === is) return;
  if (is === null) say(true, `drops multipleOf ${was} of ${place}`);
  else if (was === null) say(false, `sets multipleOf of ${place} to ${is}`);
  else say(was % is === 0, `changes multipleOf of ${place} from ${was} to ${is}`);
}
