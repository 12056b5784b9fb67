import { firstLine } from './graphql-operations.ts';
import { member, objectOf, textOf } from './json-values.ts';
import { escapeToken } from './pointer.ts';
import type { JsonObject, OperationInfo } from './types.ts';

/**
 * Inventory of a protobuf file: the rpcs of its services. The plain form of a file is
 * `{syntax, package, imports, options, messages: {fullName: {fields, …}}, enums: {fullName: {values}}, services: {fullName: {methods}}}`.
 */
export function listProtobufOperations(document: JsonObject): OperationInfo[] {
  const services = objectOf(document.services);
  return Object.keys(services).flatMap((service) => {
    const methods = objectOf(objectOf(member(services, service)).methods);
    return Object.keys(methods).map((name): OperationInfo => {
      const method = objectOf(member(methods, name));
      const path = `${service}/${name}`;
      return {
        key: `RPC ${path}`,
        method: 'RPC',
        path,
        operationId: null,
        summary: firstLine(textOf(method.comment)),
        tags: [],
        deprecated: objectOf(method.options).deprecated === true,
        authenticated: null,
        security: [],
        pointer: `/services/${escapeToken(service)}/methods/${escapeToken(name)}`,
      };
    });
  });
}
