import { asyncFeatures } from './asyncapi-features.ts';
import { familyOf } from './formats.ts';
import type { FormatFamily } from './formats.ts';
import { graphqlFeatures } from './graphql-features.ts';
import { openapiFeatures } from './openapi-features.ts';
import { inventoryFeatures } from './inventory-features.ts';
import { protobufFeatures } from './protobuf-features.ts';
import { FEATURES } from './types.ts';
import type { Feature, JsonObject, OperationInfo, ParsedDescription, ServerInfo } from './types.ts';

const OF_FAMILY = {
  openapi: openapiFeatures,
  graphql: graphqlFeatures,
  asyncapi: asyncFeatures,
  protobuf: protobufFeatures,
} satisfies Record<FormatFamily, (document: JsonObject) => Iterable<Feature>>;

/**
 * What a description contains that decides which questions of a checklist apply, in the order of `FEATURES`. Where a
 * description leaves it open, the feature counts as present: a question too many is answered, one too few is missed.
 */
export function listFeatures(
  { format, document }: ParsedDescription,
  operations: readonly OperationInfo[],
  servers: readonly ServerInfo[],
): Feature[] {
  const found = new Set<Feature>(inventoryFeatures(operations, servers));
  for (const feature of OF_FAMILY[familyOf(format)](document)) found.add(feature);
  return FEATURES.filter((feature) => found.has(feature));
}
