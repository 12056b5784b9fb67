import type { JsonObject } from '../../lib/domain/description/types.ts';
import { asyncDocument } from './describe/async-document.ts';
import type { Blueprint } from './describe/blueprint.ts';
import { graphqlText } from './describe/graphql-text.ts';
import { openApiDocument } from './describe/openapi-document.ts';
import { protobufText } from './describe/protobuf-text.ts';
import { swaggerDocument } from './describe/swagger-document.ts';
import { yamlText } from './describe/yaml-text.ts';
import { random } from './random.ts';

export interface DescribedApi {
  mediaType: string;
  text: string;
}

/** A seventh of the teams prefer YAML. */
const prefersYaml = (slug: string) => random(`yaml of ${slug}`).chance(1 / 7);

function written(document: JsonObject, slug: string): DescribedApi {
  return prefersYaml(slug)
    ? { mediaType: 'application/yaml', text: yamlText(document) }
    : { mediaType: 'application/json', text: `${JSON.stringify(document, null, 2)}\n` };
}

/** The description of an API at one moment, byte for byte the same for the same blueprint. */
export function describeApi(blueprint: Blueprint): DescribedApi {
  const { format, slug } = blueprint.api;
  switch (format) {
    case 'graphql':
      return { mediaType: 'application/graphql', text: graphqlText(blueprint) };
    case 'protobuf':
      return { mediaType: 'text/x-protobuf', text: protobufText(blueprint) };
    case 'asyncapi-2':
    case 'asyncapi-3':
      return { mediaType: 'application/yaml', text: yamlText(asyncDocument(blueprint)) };
    case 'openapi-2.0':
      return written(swaggerDocument(blueprint), slug);
    default:
      return written(openApiDocument(blueprint), slug);
  }
}
