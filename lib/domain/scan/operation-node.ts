import { arrayOf, isObject } from '../description/json-values.ts';
import { openapiOperations } from '../description/openapi-operations.ts';
import type { JsonObject, OperationInfo } from '../description/types.ts';
import { fieldsOfQueryString } from './query-string.ts';
import type { Place, References } from './references.ts';

/** Where the security of an operation is decided. */
export type SecuritySource = 'operation' | 'document' | 'nowhere';

/** One operation with what its checks ask again and again, worked out once. */
export interface OperationNode {
  /** As in the operations inventory: `GET /users/{id}`. */
  key: string;
  /** Upper case. */
  method: string;
  path: string;
  pointer: string;
  value: JsonObject;
  /** Own and path-level parameters, references followed; of a query taken as a whole its fields, too. */
  parameters: Place[];
  /** Answers by status, references followed. */
  answers: [string, Place][];
  /** Schemas of the request body, one for each media type; of a stream that of what it is made of. */
  bodies: { media: string; schema: Place }[];
  /** Alternatives in force; empty when nobody needs to identify themselves. */
  security: JsonObject[];
  securitySource: SecuritySource;
}

function parametersOf(references: References, owner: JsonObject, pointer: string): Place[] {
  return references
    .entries(references.child({ value: owner, pointer }, 'parameters'))
    .flatMap(([, parameter]) => [parameter, ...fieldsOfQueryString(parameter, references)]);
}

function bodiesOf(
  references: References,
  operation: Place,
  parameters: readonly Place[],
): OperationNode['bodies'] {
  const body = references.child(operation, 'requestBody');
  const content = body && references.child(body, 'content');
  const bodies = references.entries(content).flatMap(([media, place]) => {
    const schema = references.child(place, 'schema') ?? references.child(place, 'itemSchema');
    return schema ? [{ media, schema }] : [];
  });
  // OpenAPI 2.0 has the body among the parameters.
  for (const parameter of parameters) {
    if (!isObject(parameter.value) || parameter.value.in !== 'body') continue;
    const schema = references.child(parameter, 'schema');
    if (schema) bodies.push({ media: 'application/json', schema });
  }
  return bodies;
}

/** The operations of an OpenAPI document, in its order. */
export function operationsOf(root: JsonObject, references: References): OperationNode[] {
  const shared = new Map<JsonObject, Place[]>();
  const nodes: OperationNode[] = [];
  for (const { method, path, operation: value, pathItem, pointer, pathPointer } of openapiOperations(root)) {
    let common = shared.get(pathItem);
    if (!common) shared.set(pathItem, (common = parametersOf(references, pathItem, pathPointer)));
    const place = { value, pointer };
    const parameters = [...parametersOf(references, value, pointer), ...common];
    const own = value.security;
    nodes.push({
      key: `${method} ${path}`,
      method: method.toUpperCase(),
      path,
      pointer,
      value,
      parameters,
      answers: references.entries(references.child(place, 'responses')),
      bodies: bodiesOf(references, place, parameters),
      security: arrayOf(own === undefined ? root.security : own).filter(isObject),
      securitySource: own !== undefined ? 'operation' : root.security === undefined ? 'nowhere' : 'document',
    });
  }
  return nodes;
}

/** The operations of a format whose rules look at types and messages, not at operations. */
export function plainOperations(operations: readonly OperationInfo[]): OperationNode[] {
  return operations.map(({ key, method, path, pointer }) => ({
    key,
    method,
    path,
    pointer,
    value: {},
    parameters: [],
    answers: [],
    bodies: [],
    security: [],
    securitySource: 'nowhere',
  }));
}
