import type { Note } from './change-log.ts';
import { diffSecurity } from './diff-security.ts';
import type { Matched, OperationPair } from './match-operations.ts';

/** What the inventories tell: operations gone, new, renamed, and who may call them. */
export function diffInventory({ pairs, removed, added }: Matched, note: Note): void {
  for (const { key, pointer } of removed) note('operation-removed', key, pointer, `${key} removed`);
  for (const { key, pointer, authenticated } of added) {
    if (authenticated === false)
      note('open-operation-added', key, pointer, `${key} added, without authentication`);
    else note('operation-added', key, pointer, `${key} added`);
  }
  for (const pair of pairs) diffPair(pair, note);
}

function diffPair({ older, newer }: OperationPair, note: Note): void {
  const { key, pointer } = newer;
  if (older.key !== newer.key) {
    const paths = [older.pointer, pointer].map((place) => place.slice(0, place.lastIndexOf('/')));
    note('operation-renamed', key, pointer, `${older.key} is now written ${key}`, paths);
  }
  if (older.operationId !== newer.operationId) {
    const names = `${newer.operationId ?? 'without a name'} instead of ${older.operationId ?? 'without a name'}`;
    note('operation-renamed', key, pointer, `${key} is called ${names}`, [`${pointer}/operationId`]);
  }
  diffSecurity(older, newer, note);
}
