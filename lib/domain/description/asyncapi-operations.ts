import { isObject, objectOf, textOf, arrayOf } from './json-values.ts';
import { escapeToken, lastToken, resolve } from './pointer.ts';
import { ANONYMOUS, describeSecurity } from './security.ts';
import type { JsonObject, JsonValue, OperationInfo } from './types.ts';

/**
 * In AsyncAPI 2 the verbs speak for the other side: where clients may subscribe, the API sends. Version 3 says what the
 * API itself does.
 */
const ACTIONS_OF_2 = { publish: 'RECEIVE', subscribe: 'SEND' } as const;
const ACTIONS_OF_3: Readonly<Record<string, string>> = { send: 'SEND', receive: 'RECEIVE' };

interface AsyncOperation {
  method: string;
  path: string;
  operation: JsonObject;
  pointer: string;
  id: string | null;
}

/** Every operation of an AsyncAPI document, in document order. */
export function* asyncOperations(document: JsonObject): Generator<AsyncOperation> {
  const operations = objectOf(document.operations);
  for (const id of Object.keys(operations)) {
    const { value, pointer } = resolve(document, operations[id], `/operations/${escapeToken(id)}`);
    if (!isObject(value)) continue;
    const action = textOf(value.action) ?? '';
    yield {
      method: ACTIONS_OF_3[action] ?? action.toUpperCase(),
      path: addressOf(document, value),
      operation: value,
      pointer,
      id,
    };
  }
  const channels = objectOf(document.channels);
  for (const name of Object.keys(channels)) {
    const channel = resolve(document, channels[name], `/channels/${escapeToken(name)}`);
    if (!isObject(channel.value)) continue;
    for (const [verb, method] of Object.entries(ACTIONS_OF_2)) {
      const operation = channel.value[verb];
      if (!isObject(operation)) continue;
      yield {
        method,
        path: name,
        operation,
        pointer: `${channel.pointer}/${verb}`,
        id: textOf(operation.operationId),
      };
    }
  }
}

/** Address of the channel of a version 3 operation; the channel's name where it has no fixed address. */
function addressOf(document: JsonObject, operation: JsonObject): string {
  const channel = resolve(document, operation.channel, '');
  return (isObject(channel.value) ? textOf(channel.value.address) : null) ?? lastToken(channel.pointer);
}

/** Inventory of an AsyncAPI 2 or 3 document; operations that share action and address are told apart by their name. */
export function listAsyncOperations(document: JsonObject): OperationInfo[] {
  const serverSecurity = securityOfServers(document);
  const seen = new Set<string>();
  const result: OperationInfo[] = [];
  for (const { method, path, operation, pointer, id } of asyncOperations(document)) {
    let key = `${method} ${path}`;
    if (seen.has(key)) key = `${key} (${id ?? pointer})`;
    seen.add(key);
    const own = requirements(document, operation.security);
    const security = [...new Set([...serverSecurity.alternatives, ...own])];
    result.push({
      key,
      method,
      path,
      operationId: id,
      summary: textOf(operation.summary) ?? textOf(operation.title),
      tags: arrayOf(operation.tags).flatMap((tag) => (isObject(tag) ? (textOf(tag.name) ?? []) : [])),
      deprecated: operation.deprecated === true,
      authenticated: own.length > 0 && !own.includes(ANONYMOUS) ? true : serverSecurity.authenticated,
      security,
      pointer,
    });
  }
  return result;
}

/** Brokers usually ask for identity once for all channels; without a single server the description cannot say. */
function securityOfServers(document: JsonObject): { authenticated: boolean | null; alternatives: string[] } {
  const servers = Object.values(objectOf(document.servers)).map(
    (server) => resolve(document, server, '').value,
  );
  const each = servers.filter(isObject).map((server) => requirements(document, server.security));
  if (each.length === 0) return { authenticated: null, alternatives: [] };
  return {
    authenticated: each.every((entries) => entries.length > 0 && !entries.includes(ANONYMOUS)),
    alternatives: [...new Set(each.flat())],
  };
}

/** Version 2 names schemes as OpenAPI does, version 3 lists the schemes themselves or references to them. */
function requirements(document: JsonObject, security: JsonValue | undefined): string[] {
  return arrayOf(security).flatMap((entry) => {
    if (!isObject(entry)) return [];
    const isScheme = typeof entry.$ref === 'string' || typeof entry.type === 'string';
    if (!isScheme) return describeSecurity([entry]);
    const { value, pointer } = resolve(document, entry, '');
    const name = pointer === '' ? null : pointer.slice(pointer.lastIndexOf('/') + 1);
    const scheme = name ?? (isObject(value) ? textOf(value.type) : null) ?? 'security';
    const scopes = isObject(value) ? value.scopes : undefined;
    return describeSecurity([{ [scheme]: scopes ?? [] }]);
  });
}
