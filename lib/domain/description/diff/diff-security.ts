import { ANONYMOUS } from '../security.ts';
import type { OperationInfo } from '../types.ts';
import type { Note } from './change-log.ts';

/** What a difference between the security of two operations means for callers. */
export function diffSecurity(older: OperationInfo, newer: OperationInfo, log: Note): void {
  const note = coveringSecurity(newer.pointer, log);
  const { key, pointer } = newer;
  if (older.authenticated !== false && newer.authenticated === false) {
    if (older.authenticated)
      note('authentication-removed', key, pointer, `${key} no longer asks for authentication`);
    return;
  }
  if (older.authenticated === false) {
    if (newer.authenticated) note('authentication-added', key, pointer, `${key} now asks for authentication`);
    return;
  }
  const removed = older.security.filter((entry) => !newer.security.includes(entry));
  const added = newer.security.filter((entry) => !older.security.includes(entry));
  for (const entry of added) {
    const former = removed.findIndex((candidate) => schemesOf(candidate) === schemesOf(entry));
    if (former === -1) {
      if (diffTogether(key, pointer, removed, entry, note)) continue;
      if (entry !== ANONYMOUS)
        note('alternative-added', key, pointer, `${key} also accepts ${entry} as authentication`);
      continue;
    }
    const [before = ''] = removed.splice(former, 1);
    diffScopes(key, pointer, before, entry, note);
  }
  for (const entry of removed) {
    note('alternative-removed', key, pointer, `${key} no longer accepts ${entry} as authentication`);
  }
}

/**
 * Schemes asked for together: whoever has them all still gets in when one is no longer asked for, and not when another
 * comes on top. Takes the former alternative from `removed`; false where none has the same schemes and more, or less.
 */
function diffTogether(key: string, pointer: string, removed: string[], entry: string, note: Note): boolean {
  if (entry === ANONYMOUS) return false;
  const now = partsOf(entry);
  const at = removed.findIndex((candidate) => {
    const was = partsOf(candidate);
    return candidate !== ANONYMOUS && (isWithin(now, was) || isWithin(was, now));
  });
  if (at === -1) return false;
  const was = partsOf(removed.splice(at, 1)[0] ?? '');
  for (const part of was)
    if (!now.includes(part))
      note('authentication-weakened', key, pointer, `${key} no longer asks for ${part} on top`);
  for (const part of now)
    if (!was.includes(part))
      note('authentication-added', key, pointer, `${key} now also asks for ${part} on top`);
  return true;
}

const isWithin = (few: readonly string[], many: readonly string[]): boolean =>
  few.every((part) => many.includes(part));

const partsOf = (alternative: string): string[] => alternative.split(' & ');

/** What an operation asks for may stand with it or at the top of the description. */
const coveringSecurity = (pointer: string, note: Note): Note => {
  const covered = [`${pointer}/security`, '/security'];
  return (kind, operation, place, what) => note(kind, operation, place, what, covered);
};

function diffScopes(key: string, pointer: string, older: string, newer: string, note: Note): void {
  const [before, after] = [scopesOf(older), scopesOf(newer)];
  for (const scope of before) {
    if (!after.includes(scope))
      note('scope-removed', key, pointer, `${key} no longer asks for the scope ${scope}`);
  }
  for (const scope of after) {
    if (!before.includes(scope))
      note('scope-added', key, pointer, `${key} now also asks for the scope ${scope}`);
  }
}

/** Names of the schemes of an alternative written as `company[shelves:read] & key`. */
const schemesOf = (alternative: string): string => alternative.replaceAll(/\[[^[\]]*\]/g, '');

/** Its scopes, each with its scheme so that equal names of two schemes stay apart where there are two. */
function scopesOf(alternative: string): string[] {
  const parts = alternative.split(' & ');
  return parts.flatMap((part) => {
    const [, scheme = '', scopes = ''] = /^(.*)\[(.*)\]$/.exec(part) ?? [];
    if (scopes === '') return [];
    return scopes.split(', ').map((scope) => (parts.length > 1 ? `${scope} of ${scheme}` : scope));
  });
}
