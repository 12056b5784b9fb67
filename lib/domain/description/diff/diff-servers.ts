import { listAddresses } from '../servers.ts';
import type { ParsedDescription } from '../types.ts';
import type { Note } from './change-log.ts';

const COVERED = ['/servers', '/host', '/basePath', '/schemes'];

/** Where the API is served, at the top of the description or for single operations. */
export function diffServers(older: ParsedDescription, newer: ParsedDescription, log: Note): void {
  const note: Note = (kind, operation, place, what) => log(kind, operation, place, what, COVERED);
  const [before, after] = [byAddress(older), byAddress(newer)];
  const pointer = newer.format === 'openapi-2.0' ? '/host' : '/servers';
  for (const [address, url] of after) {
    if (before.has(address)) continue;
    if (/^(?:http|ws|mqtt|amqp):\/\//i.test(url)) {
      note('insecure-server-added', null, pointer, `The API is now served at ${url}, without encryption`);
    } else note('server-added', null, pointer, `The API is now served at ${url}`);
  }
  for (const [address, url] of before) {
    if (!after.has(address)) note('server-removed', null, pointer, `The API is no longer served at ${url}`);
  }
}

/** A slash at the end makes no other address of it. */
const byAddress = (parsed: ParsedDescription): Map<string, string> =>
  new Map(listAddresses(parsed).map((url) => [url.replace(/\/+$/, ''), url]));
