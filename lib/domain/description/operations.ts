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

/** How many operations `listOperations` would list, without describing each. */
export function countOperations(parsed: ParsedDescription): number {
  if (familyOf(parsed.format) !== 'openapi') return listOperations(parsed).length;
  let count = 0;
  for (const _ of openapiOperations(parsed.document)) count++;
  return count;
}
