import { arrayOf, isObject, objectOf, textOf } from './json-values.ts';
import { familyOf } from './formats.ts';
import { openapiOperations } from './openapi-operations.ts';
import { resolve } from './pointer.ts';
import type { JsonObject, ParsedDescription, ServerInfo } from './types.ts';

/** Addresses at which the description says the API is served, each once; templates such as `{region}` are kept. */
export function listServers({ format, document }: ParsedDescription): ServerInfo[] {
  const family = familyOf(format);
  if (family === 'asyncapi') return unique(asyncServers(document));
  if (family !== 'openapi') return [];
  return unique(format === 'openapi-2.0' ? serversOf2(document) : serversOf3(document));
}

function serversOf2(document: JsonObject): ServerInfo[] {
  const host = textOf(document.host);
  const base = textOf(document.basePath) ?? '';
  if (host === null) return base === '' || base === '/' ? [] : [{ url: base, description: null }];
  const schemes = arrayOf(document.schemes).filter((scheme) => typeof scheme === 'string');
  // Without schemes the address is served as the description itself was fetched, which a file cannot tell.
  if (schemes.length === 0) return [{ url: `//${host}${base}`, description: null }];
  return schemes.map((scheme) => ({ url: `${scheme}://${host}${base}`, description: null }));
}

/**
 * Every address that can be meant by those: templates with the values that the description gives for their variables.
 * One with more values than anybody lists is left as it is, and so are variables of which nothing is said.
 */
export function listAddresses(parsed: ParsedDescription): string[] {
  const { format, document } = parsed;
  if (familyOf(format) !== 'openapi' || format === 'openapi-2.0')
    return listServers(parsed).map(({ url }) => url);
  const addresses = [...serverObjects(document)].flatMap(({ url, variables }) =>
    fillIn(textOf(url) ?? '', objectOf(variables)),
  );
  return [...new Set(addresses)].filter((url) => url !== '');
}

const MOST_ADDRESSES = 64;

function fillIn(template: string, variables: JsonObject): string[] {
  let addresses = [template];
  for (const [name, variable] of Object.entries(variables)) {
    const { default: usual, enum: others } = objectOf(variable);
    const values = [...new Set([usual, ...arrayOf(others)].flatMap((value) => textOf(value) ?? []))];
    if (values.length === 0 || !template.includes(`{${name}}`)) continue;
    if (addresses.length * values.length > MOST_ADDRESSES) return [template];
    addresses = addresses.flatMap((url) => values.map((value) => url.replaceAll(`{${name}}`, () => value)));
  }
  return addresses;
}

function* serversOf3(document: JsonObject): Generator<ServerInfo> {
  for (const server of serverObjects(document)) {
    const url = textOf(server.url);
    if (url !== null) yield { url, description: textOf(server.description) };
  }
}

/** Those of the description, then those of paths and operations. */
function* serverObjects(document: JsonObject): Generator<JsonObject> {
  yield* arrayOf(document.servers).filter(isObject);
  const seen = new Set<JsonObject>();
  for (const { pathItem, operation } of openapiOperations(document)) {
    if (pathItem.servers !== undefined && !seen.has(pathItem))
      yield* arrayOf(pathItem.servers).filter(isObject);
    seen.add(pathItem);
    if (operation.servers !== undefined) yield* arrayOf(operation.servers).filter(isObject);
  }
}

function* asyncServers(document: JsonObject): Generator<ServerInfo> {
  for (const entry of Object.values(objectOf(document.servers))) {
    const server = resolve(document, entry, '').value;
    if (!isObject(server)) continue;
    const address = textOf(server.url) ?? `${textOf(server.host) ?? ''}${textOf(server.pathname) ?? ''}`;
    const protocol = textOf(server.protocol);
    const url = address.includes('://') || protocol === null ? address : `${protocol}://${address}`;
    if (url !== '') yield { url, description: textOf(server.description) };
  }
}

function unique(servers: Iterable<ServerInfo>): ServerInfo[] {
  const byUrl = new Map<string, ServerInfo>();
  for (const server of servers) if (!byUrl.has(server.url)) byUrl.set(server.url, server);
  return [...byUrl.values()];
}
