/**
 * What a place in a description is, decided by the way that leads to it: the walk needs no knowledge of a format beyond
 * this table. Kinds not listed for a key are `other`: examples, extensions, texts.
 */
export const KINDS = [
  'other',
  'document',
  'paths',
  'webhooks',
  'path-item',
  'operations',
  'operation',
  'parameters',
  'parameter',
  'request-bodies',
  'request-body',
  'content',
  'media-type',
  'responses',
  'response',
  'headers',
  'header',
  'links',
  'link',
  'callbacks',
  'callback',
  'schemas',
  'schema',
  'properties',
  'property',
  'examples',
  'example',
  'servers',
  'server',
  'security-schemes',
  'security-scheme',
  'components',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a value travels: in with a request, out with a response, to or from a third party, or none of these. */
export const SIDES = ['none', 'request', 'response', 'third-party'] as const;
export type Side = (typeof SIDES)[number];

interface Grammar {
  /** Kind by key. */
  fields?: Readonly<Record<string, Kind>>;
  /** Kind of every entry of a map or list whose key `fields` does not name. */
  each?: Kind;
  /** Side of everything below, unless a callback or webhook already claimed it. */
  side?: Side;
}

const METHOD_FIELDS = {
  get: 'operation',
  put: 'operation',
  post: 'operation',
  delete: 'operation',
  options: 'operation',
  head: 'operation',
  patch: 'operation',
  trace: 'operation',
  query: 'operation',
} as const satisfies Record<string, Kind>;

/** Methods that an operation can have under a path, in lower case; 3.2 also knows `additionalOperations`. */
export const METHODS: ReadonlySet<string> = new Set(Object.keys(METHOD_FIELDS));

const SCHEMA_FIELDS = {
  properties: 'properties',
  patternProperties: 'properties',
  items: 'schema',
  prefixItems: 'schemas',
  additionalProperties: 'schema',
  unevaluatedProperties: 'schema',
  unevaluatedItems: 'schema',
  allOf: 'schemas',
  anyOf: 'schemas',
  oneOf: 'schemas',
  not: 'schema',
  if: 'schema',
  then: 'schema',
  else: 'schema',
  contains: 'schema',
  propertyNames: 'schema',
  dependentSchemas: 'schemas',
  $defs: 'schemas',
  definitions: 'schemas',
  example: 'example',
  examples: 'examples',
  default: 'example',
} as const satisfies Record<string, Kind>;

/** Kinds of OpenAPI 2.0 to 3.2 in one table: the versions use different keys, never one key for two things. */
export const GRAMMAR: Readonly<Partial<Record<Kind, Grammar>>> = {
  document: {
    fields: {
      paths: 'paths',
      webhooks: 'webhooks',
      servers: 'servers',
      components: 'components',
      definitions: 'schemas',
      parameters: 'parameters',
      responses: 'responses',
      securityDefinitions: 'security-schemes',
    },
  },
  components: {
    fields: {
      schemas: 'schemas',
      responses: 'responses',
      parameters: 'parameters',
      examples: 'examples',
      requestBodies: 'request-bodies',
      headers: 'headers',
      securitySchemes: 'security-schemes',
      links: 'links',
      callbacks: 'callbacks',
      pathItems: 'paths',
      mediaTypes: 'content',
    },
  },
  paths: { each: 'path-item' },
  webhooks: { each: 'path-item', side: 'third-party' },
  'path-item': {
    fields: {
      ...METHOD_FIELDS,
      parameters: 'parameters',
      servers: 'servers',
      additionalOperations: 'operations',
    },
  },
  operations: { each: 'operation' },
  operation: {
    fields: {
      parameters: 'parameters',
      requestBody: 'request-body',
      responses: 'responses',
      callbacks: 'callbacks',
      servers: 'servers',
    },
  },
  parameters: { each: 'parameter', side: 'request' },
  parameter: {
    fields: {
      schema: 'schema',
      content: 'content',
      example: 'example',
      examples: 'examples',
      items: 'schema',
      default: 'example',
    },
  },
  'request-bodies': { each: 'request-body', side: 'request' },
  'request-body': { fields: { content: 'content' }, side: 'request' },
  content: { each: 'media-type' },
  'media-type': {
    fields: { schema: 'schema', itemSchema: 'schema', example: 'example', examples: 'examples' },
  },
  responses: { each: 'response', side: 'response' },
  response: {
    fields: {
      headers: 'headers',
      content: 'content',
      links: 'links',
      schema: 'schema',
      examples: 'examples',
    },
  },
  headers: { each: 'header' },
  header: {
    fields: {
      schema: 'schema',
      content: 'content',
      example: 'example',
      examples: 'examples',
      items: 'schema',
    },
  },
  links: { each: 'link' },
  callbacks: { each: 'callback', side: 'third-party' },
  callback: { each: 'path-item' },
  schemas: { each: 'schema' },
  schema: { fields: SCHEMA_FIELDS },
  properties: { each: 'property' },
  property: { fields: SCHEMA_FIELDS },
  examples: { each: 'example' },
  servers: { each: 'server' },
  'security-schemes': { each: 'security-scheme' },
};
