import { Problem } from './problem.ts';

export const etagOf = (version: number) => `"v${version}"`;

/**
 * The version a conditional write must find. Without `If-Match` it is the version that was just read, so that a change
 * in between is still a conflict and never a lost update.
 */
export function expectedVersion(ifMatch: string | null, current: number): number {
  if (ifMatch === null || ifMatch.trim() === '*') return current;
  const fits = ifMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etagOf(current));
  if (!fits) throw staleWrite();
  return current;
}

/** `If-None-Match: *`: the write is meant to make something new, and must not change what is there. */
export const asksForNew = (request: Request): boolean => request.headers.get('if-none-match')?.trim() === '*';

export const existsAlready = (what: string) =>
  new Problem('stale-write', `There is ${what} already.`, { code: 'stale-write' });

export const staleWrite = () =>
  new Problem('stale-write', 'Somebody else changed this since you read it. Read it again, then decide.', {
    code: 'stale-write',
  });
