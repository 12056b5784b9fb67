import type { DescriptionFormat } from '#lib/domain/words.ts';

export const FORMAT_WORDS = {
  'openapi-2.0': 'OpenAPI 2.0',
  'openapi-3.0': 'OpenAPI 3.0',
  'openapi-3.1': 'OpenAPI 3.1',
  'openapi-3.2': 'OpenAPI 3.2',
  graphql: 'GraphQL schema',
  'asyncapi-2': 'AsyncAPI 2',
  'asyncapi-3': 'AsyncAPI 3',
  protobuf: 'Protocol Buffers',
} satisfies Record<DescriptionFormat, string>;
