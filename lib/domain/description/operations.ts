import { listAsyncOperations } from './asyncapi-operations.ts';
import { familyOf } from './formats.ts';
import type { FormatFamily } from './formats.ts';
import { listGraphqlOperations } from './graphql-operations.ts';
import { listOpenapiOperations, openapiOperations } from './openapi-operations.ts';
import { listProtobufOperations } from './protobuf-operations.ts';
import type { JsonObject, OperationInfo, ParsedDescription } from './types.ts';

const LISTS = {
  openapi: listOpenapiOperations,
  graphql: listGraphqlOperations,
  asyncapi: listAsyncOperations,
  protobuf: listProtobufOperations,
} satisfies Record<FormatFamily, (document: JsonObject) => OperationInfo[]>;

/** The operations inventory of a description, in document order; every key is unique. */
export const listOperations = ({ format, document }: ParsedDescription): OperationInfo[] =>
  LISTS[familyOf(format)](document);

/** The paths of what `listOperations` would list, without describing each. */
export function* operationPaths(parsed: ParsedDescription): Generator<string> {
  if (familyOf(parsed.format) === 'openapi') {
    for (const { path } of openapiOperations(parsed.document)) yield path;
  } else for (const { path } of listOperations(parsed)) yield path;
}
