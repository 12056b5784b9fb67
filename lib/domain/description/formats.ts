import type { DescriptionFormat } from '../words.ts';

/** Formats that share their structure. */
export type FormatFamily = 'openapi' | 'graphql' | 'asyncapi' | 'protobuf';

const FAMILIES = {
  'openapi-2.0': 'openapi',
  'openapi-3.0': 'openapi',
  'openapi-3.1': 'openapi',
  'openapi-3.2': 'openapi',
  graphql: 'graphql',
  'asyncapi-2': 'asyncapi',
  'asyncapi-3': 'asyncapi',
  protobuf: 'protobuf',
} as const satisfies Record<DescriptionFormat, FormatFamily>;

export const familyOf = (format: DescriptionFormat): FormatFamily => FAMILIES[format];

/** How people call a format. */
export const FORMAT_NAMES = {
  'openapi-2.0': 'OpenAPI 2.0',
  'openapi-3.0': 'OpenAPI 3.0',
  'openapi-3.1': 'OpenAPI 3.1',
  'openapi-3.2': 'OpenAPI 3.2',
  graphql: 'GraphQL',
  'asyncapi-2': 'AsyncAPI 2',
  'asyncapi-3': 'AsyncAPI 3',
  protobuf: 'Protocol Buffers',
} as const satisfies Record<DescriptionFormat, string>;
