import { HTTP_METHODS } from '../http-methods.ts';
import { isObject, objectOf } from '../json-values.ts';
import { escapeToken, resolve } from '../pointer.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import type { Note } from './change-log.ts';
import { diffMembers } from './diff-members.ts';
import { viewOperation } from './openapi-view.ts';
import type { OperationView } from './openapi-view.ts';
import type { SchemaPairs } from './schema-pairs.ts';
import type { Located } from './schema-facts.ts';

/** What the API itself calls: callbacks of an operation, and webhooks. */
export function diffCallbacks(
  key: string,
  [before, after]: readonly [OperationView, OperationView],
  pointer: string,
  note: Note,
  schemas: SchemaPairs,
): void {
  const { added, removed, common } = diffMembers(before.callbacks, after.callbacks);
  const place = (name: string) => `${pointer}/callbacks/${escapeToken(name)}`;
  for (const [name] of added)
    note('callback-added', key, place(name), `${key} calls back to an address of the caller (${name})`);
  for (const [name] of removed)
    note('callback-removed', key, place(name), `${key} no longer calls back (${name})`);
  for (const [name, was, is] of common) {
    const [from, to] = [
      entriesOf(schemas.older, was, place(name)),
      entriesOf(schemas.newer, is, place(name)),
    ];
    for (const [index, entry] of to.entries()) {
      // The expression says where the address stands; one that is written otherwise leads to the same call.
      const same = from.find((call) => call.name === entry.name) ?? from[index];
      if (same) diffCall({ subject: `The callback ${name} of ${key}`, operation: key }, same, entry, schemas);
    }
  }
}

export function diffWebhooks(note: Note, schemas: SchemaPairs): void {
  const [older, newer] = [objectOf(schemas.older.webhooks), objectOf(schemas.newer.webhooks)];
  const { added, removed, common } = diffMembers(older, newer);
  const place = (name: string) => `/webhooks/${escapeToken(name)}`;
  for (const [name] of added) note('callback-added', null, place(name), `The webhook ${name} added`);
  for (const [name] of removed) note('callback-removed', null, place(name), `The webhook ${name} removed`);
  for (const [name, value, now] of common) {
    const caller = { subject: `The webhook ${name}`, operation: null };
    diffCall(caller, { value, pointer: place(name) }, { value: now, pointer: place(name) }, schemas);
  }
}

function entriesOf(
  document: JsonObject,
  callback: JsonObject,
  place: string,
): (Located & { name: string })[] {
  const { value, pointer } = resolve(document, callback, place);
  return Object.entries(objectOf(value))
    .filter(([name]) => !name.startsWith('x-'))
    .map(([name, entry]) => ({ name, value: entry, pointer: `${pointer}/${escapeToken(name)}` }));
}

/** Here the API is the client: what it sends goes out, and what it is answered comes in. */
function diffCall(
  caller: Parameters<SchemaPairs['compare']>[0],
  older: Located,
  newer: Located,
  schemas: SchemaPairs,
): void {
  const before = viewsOf(schemas.older, older.value, older.pointer);
  for (const [method, after] of viewsOf(schemas.newer, newer.value, newer.pointer)) {
    const same = before.get(method);
    if (!same) continue;
    for (const [media, schema] of after.body?.content ?? []) {
      const former = same.body?.content.get(media);
      if (former) schemas.compare(caller, 'output', 'body', former, schema);
    }
    for (const [status, answer] of after.answers) {
      for (const [media, schema] of answer.content) {
        const former = same.answers.get(status)?.content.get(media);
        if (former) schemas.compare(caller, 'input', 'answer', former, schema);
      }
    }
  }
}

function viewsOf(
  document: JsonObject,
  value: JsonValue | undefined,
  place: string,
): Map<string, OperationView> {
  const { value: pathItem, pointer } = resolve(document, value, place);
  const views = new Map<string, OperationView>();
  if (!isObject(pathItem)) return views;
  for (const method of HTTP_METHODS) {
    const operation = pathItem[method];
    if (!isObject(operation)) continue;
    const found = { operation, pathItem, pointer: `${pointer}/${method}`, pathPointer: pointer };
    views.set(method, viewOperation(document, found));
  }
  return views;
}
