import { compileShapes } from './material-shape.ts';
import { OPENAPI_SHAPES } from './openapi-shapes.ts';
import type { Shape, ShapeSource } from './material-shape.ts';

const TEXTS = {
  description: 'drop',
  summary: 'drop',
  title: 'drop',
  tags: 'drop',
  externalDocs: 'drop',
  example: 'drop',
  examples: 'drop',
} as const;

/** An object with texts, extensions and possibly a `$ref` to another of its kind. */
const object = (name: string, fields: Record<string, string> = {}): ShapeSource => ({
  extensible: true,
  fields: { ...TEXTS, $ref: `${name}Pointer`, ...fields },
});

/** AsyncAPI 2 and 3 in one table. */
export const ASYNCAPI_SHAPES = compileShapes(
  {
    document: {
      extensible: true,
      fields: {
        asyncapi: 'drop',
        info: 'drop',
        tags: 'drop',
        externalDocs: 'drop',
        servers: 'servers',
        channels: 'channels',
        operations: 'operations',
        components: 'components',
      },
    },
    components: {
      extensible: true,
      omitEmpty: true,
      fields: {
        schemas: 'schemas',
        servers: 'servers',
        serverVariables: 'serverVariables',
        channels: 'channels',
        operations: 'operations',
        messages: 'messages',
        securitySchemes: 'securitySchemes',
        parameters: 'parameters',
        operationTraits: 'operations',
        messageTraits: 'messages',
        tags: 'drop',
        externalDocs: 'drop',
      },
    },
    servers: { rest: 'server', omitEmpty: true },
    server: object('server', { security: 'security', variables: 'serverVariables' }),
    serverPointer: { pointsTo: 'server' },
    serverList: { items: 'server', unordered: true, omitEmpty: true },
    serverVariables: { rest: 'serverVariable', omitEmpty: true },
    serverVariable: object('serverVariable', { enum: 'set' }),
    serverVariablePointer: { pointsTo: 'serverVariable' },
    channels: { rest: 'channel', omitEmpty: true },
    channel: object('channel', {
      subscribe: 'operation',
      publish: 'operation',
      parameters: 'parameters',
      messages: 'messages',
      servers: 'serverList',
    }),
    channelPointer: { pointsTo: 'channel' },
    operations: { rest: 'operation', omitEmpty: true },
    operation: object('operation', {
      channel: 'channel',
      message: 'message',
      messages: 'messageList',
      security: 'security',
      traits: 'operationList',
    }),
    operationPointer: { pointsTo: 'operation' },
    operationList: { items: 'operation', omitEmpty: true },
    parameters: { rest: 'parameter', omitEmpty: true },
    parameter: object('parameter', { schema: 'schema', enum: 'set' }),
    parameterPointer: { pointsTo: 'parameter' },
    messages: { rest: 'message', omitEmpty: true },
    messageList: { items: 'message', unordered: true, omitEmpty: true },
    message: object('message', {
      oneOf: 'messageList',
      payload: 'schema',
      headers: 'schema',
      traits: 'messageTraits',
    }),
    messagePointer: { pointsTo: 'message' },
    messageTraits: { items: 'message', omitEmpty: true },
    security: { items: 'requirement', unordered: true, omitEmpty: true },
    /** Version 2 names schemes, version 3 writes or references them. */
    requirement: { rest: 'set', fields: { $ref: 'requirementPointer' } },
    requirementPointer: { pointsTo: 'securityScheme' },
    securitySchemes: { rest: 'securityScheme', omitEmpty: true },
    securityScheme: object('securityScheme', { flows: 'flows', scopes: 'optional-set' }),
    securitySchemePointer: { pointsTo: 'securityScheme' },
    flows: { rest: 'flow', extensible: true },
    flow: { extensible: true, fields: { scopes: 'scopes', availableScopes: 'scopes' } },
    scopes: { rest: 'presence', extensible: true },
  },
  { schema: OPENAPI_SHAPES.schema, schemas: OPENAPI_SHAPES.schemas } satisfies Record<string, Shape>,
);
