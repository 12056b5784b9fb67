import { rootShape } from '../material.ts';
import { pointerTokens } from '../pointer.ts';
import type { ParsedDescription } from '../types.ts';
import type { ChangeLog } from './change-log.ts';
import { coarseDifferences } from './coarse-differences.ts';
import type { Difference } from './coarse-differences.ts';
import { firstDifference } from './first-difference.ts';

const MOST_NOTED = 50;

/** How the reusable parts of a description are called. */
const NOUNS: Readonly<Record<string, string>> = {
  schemas: 'schema',
  responses: 'response',
  parameters: 'parameter',
  requestBodies: 'request body',
  headers: 'header',
  links: 'link',
  callbacks: 'callback',
  pathItems: 'path',
  mediaTypes: 'media type',
  messages: 'message',
  channels: 'channel',
  definitions: 'schema',
};

/**
 * Names the places that differ and about which nothing has been said, so that no material difference hides behind
 * another; if nothing at all can be named, the first place that differs.
 */
export function noteRemaining(older: ParsedDescription, newer: ParsedDescription, log: ChangeLog): void {
  let count = 0;
  const differences =
    older.format === newer.format
      ? coarseDifferences(older.document, newer.document, rootShape(newer), '')
      : [];
  for (const difference of differences) {
    if (log.covers(difference.pointer)) continue;
    if (++count > MOST_NOTED) break;
    const kind = difference.isExtension ? 'directive-changed' : 'other-change';
    log.note(kind, null, difference.first, sentence(difference));
  }
  if (count > MOST_NOTED) log.note('other-change', null, '', 'More places changed than are listed here');
  if (!log.isEmpty()) return;
  const pointer = firstDifference(older, newer);
  log.note('other-change', null, pointer, `The description changed at ${pointer || 'its top'}`);
}

function sentence({ pointer, how, first }: Difference): string {
  const tokens = pointerTokens(pointer);
  const [section = '', name] = tokens[0] === 'components' ? tokens.slice(1) : tokens;
  const noun = Object.hasOwn(NOUNS, section) && name !== undefined ? NOUNS[section] : undefined;
  if (noun !== undefined)
    return how === 'changed' ? `The ${noun} ${name} changed at ${first}` : `The ${noun} ${name} ${how}`;
  return how === 'changed' ? `The description changed at ${first || 'its top'}` : `${pointer} ${how}`;
}
