import type { DescriptionFormat } from '../../words.ts';
import type { JsonObject, JsonValue } from '../../description/types.ts';

/** A rule with a description in which it must fire at `at`, and one in which it must not fire at all. */
export interface RuleCase {
  rule: string;
  fires: JsonObject;
  at: string;
  silent: JsonObject;
  format?: DescriptionFormat;
}

export const KEY_SCHEME = { key: { type: 'apiKey', in: 'header', name: 'X-Key' } };
export const KEY = [{ key: [] }];

/** A small OpenAPI 3.0 description around the given parts. */
export function sampleApi(paths: JsonObject, rest: JsonObject = {}): JsonObject {
  return { openapi: '3.0.3', info: { title: 'Sample', version: '1.0.0' }, paths, ...rest };
}

/** One operation with one 200 answer, secured by a key unless it says otherwise. */
export function one(
  method: string,
  path: string,
  operation: JsonObject = {},
  rest: JsonObject = {},
): JsonObject {
  return sampleApi(
    { [path]: { [method]: { security: KEY, responses: { 200: { description: 'fine' } }, ...operation } } },
    { components: { securitySchemes: KEY_SCHEME }, ...rest },
  );
}

export function json(schema: JsonValue): JsonObject {
  return { 'application/json': { schema } };
}

/** An operation that answers with an object of these properties. */
export function answering(properties: JsonObject, operation: JsonObject = {}): JsonObject {
  return one('get', '/things/{thing}', {
    ...operation,
    responses: { 200: { description: 'fine', content: json({ type: 'object', properties }) } },
  });
}

/** An operation that takes an object of these properties. */
export function taking(properties: JsonObject, path = '/things', operation: JsonObject = {}): JsonObject {
  return one('post', path, { requestBody: { content: json({ type: 'object', properties }) }, ...operation });
}

export function withSchemes(securitySchemes: JsonObject): JsonObject {
  return sampleApi({}, { components: { securitySchemes } });
}

export const ANSWER =
  '/paths/~1things~1{thing}/get/responses/200/content/application~1json/schema/properties';
export const BODY = '/paths/~1things/post/requestBody/content/application~1json/schema/properties';
