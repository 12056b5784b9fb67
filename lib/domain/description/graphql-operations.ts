import { isObject, member, objectOf, textOf } from './json-values.ts';
import { escapeToken } from './pointer.ts';
import type { JsonObject, OperationInfo } from './types.ts';

/** Root operation types of a schema with the word used for their fields, in the order in which they are listed. */
export const GRAPHQL_ROOTS = [
  ['query', 'QUERY'],
  ['mutation', 'MUTATION'],
  ['subscription', 'SUBSCRIPTION'],
] as const;

/**
 * Inventory of a GraphQL schema: the fields of its root types. The plain form of a schema is
 * `{schema: {query?, mutation?, subscription?}, types: {name: {kind, fields?, values?, members?, interfaces?, directives?}}, directives}`.
 */
export function listGraphqlOperations(document: JsonObject): OperationInfo[] {
  const types = objectOf(document.types);
  return GRAPHQL_ROOTS.flatMap(([root, method]) => {
    const typeName = textOf(objectOf(document.schema)[root]);
    const fields = typeName === null ? {} : objectOf(objectOf(member(types, typeName)).fields);
    return Object.keys(fields).map((name): OperationInfo => {
      const field = objectOf(member(fields, name));
      return {
        key: `${method} ${name}`,
        method,
        path: name,
        operationId: null,
        summary: firstLine(textOf(field.description)),
        tags: [],
        deprecated: isObject(field.deprecated),
        authenticated: null,
        security: [],
        pointer: `/types/${escapeToken(typeName ?? '')}/fields/${escapeToken(name)}`,
      };
    });
  });
}

/** Documentation in schemas is a block of text; an inventory shows its first line. */
export const firstLine = (text: string | null): string | null =>
  text?.trim().split('\n', 1)[0]?.trim() || null;
