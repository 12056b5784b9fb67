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
  'reply',
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
  'channels',
  'channel',
  'sent',
  'received',
  'messages',
  'message',
] as const;
export type Kind = (typeof KINDS)[number];

/** Where a value travels: in with a request, out with a response, to or from a third party, or none of these. */
export const SIDES = ['none', 'request', 'response', 'third-party'] as const;
export type Side = (typeof SIDES)[number];

interface Grammar {
  /** Kind by key. */
  fields: ReadonlyMap<string, Kind>;
  /** Kind of every entry of a map or list whose key `fields` does not name. */
  each?: Kind;
  /** Side of everything below, unless a callback or webhook already claimed it. */
  side?: Side;
  /** How many there are is a denominator of the score. */
  isCounted?: true;
}

/** From the keys of each kind, written as words, to the kind of each key. */
function fields(keys: Partial<Record<Kind, string>>): ReadonlyMap<string, Kind> {
  const kinds = Object.keys(keys) as Kind[];
  return new Map(
    kinds.flatMap((kind) => (keys[kind] ?? '').split(' ').map((key): [string, Kind] => [key, kind])),
  );
}

const NONE = fields({});

/** Methods that an operation can have under a path, in lower case; 3.2 also knows `additionalOperations`. */
export const METHODS: ReadonlySet<string> = new Set([
  'get',
  'put',
  'post',
  'delete',
  'options',
  'head',
  'patch',
  'trace',
  'query',
]);

const SCHEMA: Grammar = {
  fields: fields({
    properties: 'properties patternProperties',
    schema:
      // AsyncAPI 3 wraps a schema together with its format.
      'items additionalProperties unevaluatedProperties unevaluatedItems not if then else contains propertyNames schema',
    schemas: 'allOf anyOf oneOf prefixItems dependentSchemas $defs definitions',
    example: 'example default',
    examples: 'examples',
  }),
};

/** Kinds of OpenAPI 2.0 to 3.2 and AsyncAPI 2 and 3 in one table: the versions use different keys, never one key for two things. */
const GRAMMAR: Readonly<Record<Kind, Grammar>> = {
  other: { fields: NONE },
  document: {
    fields: fields({
      paths: 'paths',
      webhooks: 'webhooks',
      servers: 'servers',
      components: 'components',
      schemas: 'definitions',
      parameters: 'parameters',
      responses: 'responses',
      'security-schemes': 'securityDefinitions',
      channels: 'channels',
      operations: 'operations',
    }),
  },
  components: {
    fields: fields({
      schemas: 'schemas',
      responses: 'responses',
      parameters: 'parameters',
      examples: 'examples',
      'request-bodies': 'requestBodies',
      headers: 'headers',
      'security-schemes': 'securitySchemes',
      links: 'links',
      callbacks: 'callbacks',
      paths: 'pathItems',
      content: 'mediaTypes',
      messages: 'messages',
      channels: 'channels',
      operations: 'operations',
    }),
  },
  paths: { fields: NONE, each: 'path-item' },
  webhooks: { fields: NONE, each: 'path-item', side: 'third-party' },
  'path-item': {
    fields: fields({
      operation: [...METHODS].join(' '),
      operations: 'additionalOperations',
      parameters: 'parameters',
      servers: 'servers',
    }),
  },
  operations: { fields: NONE, each: 'operation' },
  operation: {
    fields: fields({
      parameters: 'parameters',
      'request-body': 'requestBody',
      responses: 'responses',
      callbacks: 'callbacks',
      servers: 'servers',
      messages: 'messages',
      reply: 'reply',
    }),
  },
  reply: { fields: fields({ messages: 'messages' }) },
  parameters: { fields: NONE, each: 'parameter', side: 'request' },
  parameter: {
    isCounted: true,
    fields: fields({
      schema: 'schema items',
      content: 'content',
      example: 'example default',
      examples: 'examples',
    }),
  },
  'request-bodies': { fields: NONE, each: 'request-body', side: 'request' },
  'request-body': { fields: fields({ content: 'content' }), side: 'request' },
  content: { fields: NONE, each: 'media-type' },
  'media-type': { fields: fields({ schema: 'schema itemSchema', example: 'example', examples: 'examples' }) },
  responses: { fields: NONE, each: 'response', side: 'response' },
  response: {
    isCounted: true,
    fields: fields({
      headers: 'headers',
      content: 'content',
      links: 'links',
      schema: 'schema',
      examples: 'examples',
    }),
  },
  headers: { fields: NONE, each: 'header' },
  header: {
    fields: fields({ schema: 'schema items', content: 'content', example: 'example', examples: 'examples' }),
  },
  links: { fields: NONE, each: 'link' },
  link: { fields: NONE },
  callbacks: { fields: NONE, each: 'callback', side: 'third-party' },
  callback: { fields: NONE, each: 'path-item' },
  schemas: { fields: NONE, each: 'schema' },
  schema: SCHEMA,
  properties: { fields: NONE, each: 'property' },
  property: SCHEMA,
  examples: { fields: NONE, each: 'example' },
  example: { fields: NONE, each: 'example' },
  // AsyncAPI. In version 2 the verbs speak for the other side: what clients subscribe to, the API sends.
  channels: { fields: NONE, each: 'channel' },
  channel: { fields: fields({ sent: 'subscribe', received: 'publish', messages: 'messages' }) },
  sent: { fields: fields({ message: 'message', messages: 'messages' }), side: 'response' },
  received: { fields: fields({ message: 'message', messages: 'messages' }), side: 'request' },
  messages: { fields: NONE, each: 'message' },
  message: { fields: fields({ schema: 'payload headers', messages: 'oneOf', examples: 'examples' }) },
  servers: { fields: NONE, each: 'server' },
  server: { fields: NONE, isCounted: true },
  'security-schemes': { fields: NONE, each: 'security-scheme' },
  'security-scheme': { fields: NONE, isCounted: true },
};

/** One kind with its neighbours, so that the walk goes from kind to kind without looking anything up twice. */
export interface Place {
  kind: Kind;
  fields: Map<string, Place>;
  each: Place;
  /** Kind of the elements where the value is a list. */
  element: Place;
  side: Side | undefined;
  isCounted: boolean;
}

function compile(): ReadonlyMap<Kind, Place> {
  const places = new Map<Kind, Place>();
  function placeOf(kind: Kind): Place {
    const known = places.get(kind);
    if (known) return known;
    const { each, side, isCounted = false } = GRAMMAR[kind];
    const place: Omit<Place, 'each' | 'element'> & Partial<Place> = {
      kind,
      fields: new Map(),
      side,
      isCounted,
    };
    const whole = Object.assign(place, { each: place as Place, element: place as Place });
    places.set(kind, whole);
    whole.each = placeOf(each ?? 'other');
    whole.element = each === undefined ? whole : whole.each;
    for (const [key, field] of GRAMMAR[kind].fields) whole.fields.set(key, placeOf(field));
    return whole;
  }
  KINDS.forEach(placeOf);
  return places;
}

/** The grammar by kind. */
export const PLACES: ReadonlyMap<Kind, Place> = compile();
