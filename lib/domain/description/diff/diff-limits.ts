import type { NoteSchema, SchemaPlace } from './schema-place.ts';
import { LOWER_LIMITS, UPPER_LIMITS } from './schema-view.ts';
import type { SchemaView } from './schema-view.ts';

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
  const say = (isLooser: boolean, what: string) => {
    const kind = !isInput ? 'output-changed' : isLooser ? 'limit-loosened' : 'input-narrowed';
    note(kind, pointer, (subject) => `${subject} ${what}`);
  };
  for (const [limits, direction] of [
    [UPPER_LIMITS, 1],
    [LOWER_LIMITS, -1],
  ] as const) {
    for (const limit of limits) {
      const [was, is] = [before.limits[limit], after.limits[limit]];
      if (was === is) continue;
      if (was === undefined) say(false, `sets ${limit} of ${place} to ${is}`);
      else if (is === undefined) say(true, `drops ${limit} ${was} of ${place}`);
      else
        say(
          (is - was) * direction > 0,
          `${is > was ? 'raises' : 'lowers'} ${limit} of ${place} from ${was} to ${is}`,
        );
    }
  }
  if (before.pattern !== after.pattern) {
    if (after.pattern === null) say(true, `drops the pattern of ${place}`);
    else say(false, `${before.pattern === null ? 'sets a pattern for' : 'changes the pattern of'} ${place}`);
  }
  if ((before.additional === false) !== (after.additional === false)) {
    if (after.additional === false)
      say(false, `no longer ${isInput ? 'takes' : 'returns'} undescribed properties in ${place}`);
    else say(true, `${isInput ? 'takes' : 'may return'} undescribed properties in ${place}`);
  }
}
