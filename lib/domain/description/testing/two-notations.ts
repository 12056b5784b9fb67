import type { JsonObject, JsonValue, ParsedDescription } from '../types.ts';
import { parsedAs } from './library-description.ts';

interface Parameter {
  name: string;
  in: 'query' | 'header';
  required?: boolean;
  schema: { type: string; [keyword: string]: JsonValue };
}
interface Content {
  types: string[];
  schema: JsonObject;
}

/** One small API, said in a way that OpenAPI 2.0 and 3.0 both can write down. */
export interface SmallApi {
  server: string;
  /** Of `POST /orders`, the one operation that has everything; further keys go into it as they are. */
  operation: JsonObject;
  parameters: Parameter[];
  body: (Content & { required: boolean }) | null;
  answers: Record<string, Content | null>;
  security: JsonObject[];
  /** More operations below `/more`, by method. */
  more: JsonObject;
  keyIn: string;
}

export const smallApi = (): SmallApi => ({
  server: 'https://api.example.com/v1',
  operation: {},
  parameters: [
    { name: 'limit', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100 } },
    { name: 'sort', in: 'query', schema: { type: 'string', enum: ['date', 'price'] } },
  ],
  body: {
    required: false,
    types: ['application/json', 'application/xml'],
    schema: {
      type: 'object',
      required: ['item'],
      properties: { item: { type: 'string', maxLength: 50 }, note: { type: 'string' } },
    },
  },
  answers: {
    '200': {
      types: ['application/json', 'application/xml'],
      schema: {
        type: 'object',
        required: ['id'],
        properties: {
          id: { type: 'string' },
          count: { type: 'integer' },
          state: { type: 'string', enum: ['open', 'sent'] },
        },
      },
    },
    '202': null,
    '429': null,
  },
  security: [{ company: ['orders:read', 'orders:write'] }],
  more: { get: { responses: { '204': { description: '' } } } },
  keyIn: 'header',
});

const SCOPES = { 'orders:read': 'Read', 'orders:write': 'Write', admin: 'All' };

function asOpenapi3(api: SmallApi): ParsedDescription {
  const content = ({ types, schema }: Content) =>
    Object.fromEntries(types.map((type) => [type, { schema: structuredClone(schema) }]));
  return parsedAs('openapi-3.0', {
    openapi: '3.0.3',
    servers: [{ url: api.server }],
    security: api.security,
    paths: {
      '/orders': {
        post: {
          parameters: api.parameters,
          ...(api.body && { requestBody: { required: api.body.required, content: content(api.body) } }),
          responses: Object.fromEntries(
            Object.entries(api.answers).map(([status, answer]) => [
              status,
              { description: '', ...(answer && { content: content(answer) }) },
            ]),
          ),
          ...api.operation,
        },
      },
      '/more': api.more,
    },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: api.keyIn, name: 'X-Key' },
        company: {
          type: 'oauth2',
          flows: {
            clientCredentials: { tokenUrl: 'https://login.example.com', scopes: SCOPES },
          },
        },
      },
    },
  });
}

function asOpenapi2(api: SmallApi): ParsedDescription {
  const { protocol, host, pathname } = new URL(api.server);
  const produces = Object.values(api.answers).find((answer) => answer !== null)?.types ?? [];
  return parsedAs('openapi-2.0', {
    swagger: '2.0',
    schemes: [protocol.replace(':', '')],
    host,
    basePath: pathname,
    security: api.security,
    paths: {
      '/orders': {
        post: {
          ...(api.body && { consumes: api.body.types }),
          produces,
          parameters: [
            ...api.parameters.map(({ schema, ...parameter }) => ({ ...parameter, ...schema })),
            ...(api.body
              ? [{ name: 'body', in: 'body', required: api.body.required, schema: api.body.schema }]
              : []),
          ],
          responses: Object.fromEntries(
            Object.entries(api.answers).map(([status, answer]) => [
              status,
              { description: '', ...(answer && { schema: answer.schema }) },
            ]),
          ),
          ...api.operation,
        },
      },
      '/more': api.more,
    },
    securityDefinitions: {
      key: { type: 'apiKey', in: api.keyIn, name: 'X-Key' },
      company: {
        type: 'oauth2',
        flow: 'application',
        tokenUrl: 'https://login.example.com',
        scopes: SCOPES,
      },
    },
  });
}

/** How each version writes a small API. */
export const NOTATIONS = { 'OpenAPI 3.0': asOpenapi3, 'OpenAPI 2.0': asOpenapi2 } as const;
