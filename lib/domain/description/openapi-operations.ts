import { HTTP_METHODS } from './http-methods.ts';
import { isObject, objectOf, textOf, textsOf } from './json-values.ts';
import { escapeToken, resolve } from './pointer.ts';
import { describeSecurity, isAnonymous } from './security.ts';
import type { JsonObject, JsonValue, OperationInfo } from './types.ts';

/** One operation of an OpenAPI document together with what surrounds it. */
export interface OpenapiOperation {
  method: string;
  path: string;
  operation: JsonObject;
  pathItem: JsonObject;
  pointer: string;
  pathPointer: string;
}

/**
 * Every operation of an OpenAPI 2.0 to 3.2 document: the methods under `paths`, `additionalOperations` included, in
 * document order. A path item behind a local `$ref` counts where it is used. Webhooks and callbacks are calls that the
 * API makes, not operations that it offers.
 */
export function* openapiOperations(document: JsonObject): Generator<OpenapiOperation> {
  const paths = objectOf(document.paths);
  for (const path of Object.keys(paths)) {
    if (path.startsWith('x-')) continue;
    const { value, pointer } = resolve(document, paths[path], `/paths/${escapeToken(path)}`);
    if (!isObject(value)) continue;
    for (const [method, key, operation] of methodsOf(value)) {
      yield { method, path, operation, pathItem: value, pointer: `${pointer}/${key}`, pathPointer: pointer };
    }
  }
}

/** Method in upper case, its place below the path item, and the operation object. */
function* methodsOf(pathItem: JsonObject): Generator<[string, string, JsonObject]> {
  for (const method of HTTP_METHODS) {
    const operation = pathItem[method];
    if (isObject(operation)) yield [method.toUpperCase(), method, operation];
  }
  const additional = objectOf(pathItem.additionalOperations);
  for (const method of Object.keys(additional)) {
    const operation = additional[method];
    if (isObject(operation)) yield [method, `additionalOperations/${escapeToken(method)}`, operation];
  }
}

/** The security that holds for an operation: its own, or else that of the document. */
export const effectiveSecurity = (document: JsonObject, operation: JsonObject): JsonValue | undefined =>
  operation.security ?? document.security;

/** Inventory of an OpenAPI document. */
export function listOpenapiOperations(document: JsonObject): OperationInfo[] {
  const operations: OperationInfo[] = [];
  for (const { method, path, operation, pointer } of openapiOperations(document)) {
    const security = effectiveSecurity(document, operation);
    operations.push({
      key: `${method} ${path}`,
      method,
      path,
      operationId: textOf(operation.operationId),
      summary: textOf(operation.summary),
      tags: textsOf(operation.tags),
      deprecated: operation.deprecated === true,
      authenticated: !isAnonymous(security),
      security: describeSecurity(security),
      pointer,
    });
  }
  return operations;
}
