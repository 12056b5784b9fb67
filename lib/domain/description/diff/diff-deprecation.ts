import { objectOf } from '../json-values.ts';
import { valueAt } from '../pointer.ts';
import { sunsetOf } from '../sunset.ts';
import type { Sunset } from '../sunset.ts';
import type { OperationInfo, ParsedDescription } from '../types.ts';
import { familyOf } from '../formats.ts';
import type { Note } from './change-log.ts';
import type { OperationPair } from './match-operations.ts';

/** Formats without a way to say when an operation ends cannot lack it. */
const ALWAYS: Sunset = { isStated: true, date: null, pointers: [] };

/**
 * Operations on their way out. A deprecated operation that does not say when it ends may end any day, so losing that
 * statement breaks clients as much as never having had it; so does an end that comes earlier than was said.
 */
export function diffDeprecation(
  older: ParsedDescription,
  newer: ParsedDescription,
  pairs: readonly OperationPair[],
  note: Note,
): void {
  for (const pair of pairs) {
    if (!pair.older.deprecated && !pair.newer.deprecated) continue;
    const [before, after] = [endOf(older, pair.older), endOf(newer, pair.newer)];
    const { key, pointer } = pair.newer;
    const covered = [`${pointer}/deprecated`, ...before.pointers, ...after.pointers];
    const say = (kind: Parameters<Note>[0], what: string) =>
      note(kind, key, pointer, `${key} ${what}`, covered);
    const until = after.date === null ? '' : `, until ${after.date}`;
    if (!pair.newer.deprecated) say('operation-revived', 'is no longer deprecated');
    else if (!pair.older.deprecated) {
      if (after.isStated) say('operation-deprecated', `is now deprecated${until}`);
      else say('deprecated-without-sunset', 'is now deprecated, without saying when it ends');
    } else if (before.isStated && !after.isStated)
      say('deprecated-without-sunset', 'is deprecated and no longer says when it ends');
    else if (!before.isStated && after.isStated) say('sunset-stated', `now says when it ends${until}`);
    else if (before.date !== after.date) {
      const dates = `${after.date ?? 'at no stated date'} instead of ${before.date ?? 'at no stated date'}`;
      say(isEarlier(before.date, after.date) ? 'sunset-earlier' : 'sunset-later', `now ends ${dates}`);
    }
  }
}

function endOf({ format, document }: ParsedDescription, { pointer }: OperationInfo): Sunset {
  if (familyOf(format) !== 'openapi') return ALWAYS;
  return sunsetOf(document, objectOf(valueAt(document, pointer)), pointer);
}

/** Dates that cannot be read cannot be later either. */
function isEarlier(before: string | null, after: string | null): boolean {
  if (after === null) return true;
  if (before === null) return false;
  const [was, is] = [Date.parse(before), Date.parse(after)];
  return Number.isNaN(is) || is < was;
}
