import type { JsonObject, ParsedDescription } from '../types.ts';

/** A fresh copy of a small description with a bit of everything, for tests to edit. */
export function libraryDocument() {
  return {
    openapi: '3.0.3',
    info: {
      title: 'Library',
      version: '1.2.0',
      description: 'Lends books.',
      contact: { email: 'library@example.com' },
    },
    servers: [{ url: 'https://api.example.com/v1', description: 'production' }],
    tags: [{ name: 'books', description: 'All about books' }, { name: 'people' }],
    security: [{ company: ['books:read'] }],
    paths: {
      '/books': {
        get: {
          operationId: 'listBooks',
          summary: 'List books',
          tags: ['books', 'people'],
          parameters: [
            {
              name: 'limit',
              in: 'query',
              description: 'Rows',
              schema: { type: 'integer', minimum: 1, maximum: 100 },
            },
            { name: 'sort', in: 'query', schema: { type: 'string', enum: ['title', 'author'] } },
          ],
          responses: {
            '200': {
              description: 'One page',
              content: {
                'application/json': {
                  schema: { type: 'array', items: { $ref: '#/components/schemas/Book' } },
                  example: [{ title: 'Emma' }],
                },
              },
            },
            '404': { description: 'No such shelf' },
            '429': { description: 'Too many requests' },
          },
        },
        post: {
          operationId: 'addBook',
          tags: ['books'],
          security: [{ company: ['books:write', 'books:read'] }, { key: [] }],
          requestBody: {
            description: 'The book',
            content: {
              'application/json': { schema: { $ref: '#/components/schemas/NewBook' } },
              'application/xml': { schema: { $ref: '#/components/schemas/NewBook' } },
            },
          },
          responses: {
            '201': {
              description: 'Added',
              content: { 'application/json': { schema: { $ref: '#/components/schemas/Book' } } },
            },
          },
        },
      },
      '/books/{id}': {
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } }],
        delete: { responses: { '204': { description: 'Gone' } } },
      },
    },
    components: {
      securitySchemes: {
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
        company: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: 'https://login.example.com/token',
              scopes: { 'books:read': 'Read', 'books:write': 'Write' },
            },
          },
        },
      },
      schemas: {
        Book: {
          type: 'object',
          description: 'A book',
          required: ['id', 'title'],
          properties: {
            id: { type: 'string', format: 'uuid', readOnly: true },
            title: { type: 'string', maxLength: 200, example: 'Emma' },
            description: { type: 'string' },
            example: { type: 'string' },
            state: { type: 'string', enum: ['new', 'lent', 'lost'] },
            author: { $ref: '#/components/schemas/Person' },
          },
        },
        NewBook: {
          type: 'object',
          additionalProperties: false,
          required: ['title'],
          properties: {
            title: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[A-Z]' },
            pages: { type: 'integer', nullable: true },
            state: { type: 'string', enum: ['new', 'lent'] },
            author: { $ref: '#/components/schemas/Person' },
          },
        },
        Person: {
          type: 'object',
          properties: {
            name: { type: 'string' },
            wrote: { type: 'array', items: { $ref: '#/components/schemas/Book' } },
          },
        },
      },
    },
  };
}
export type LibraryDocument = ReturnType<typeof libraryDocument>;

export const parsedAs = (format: ParsedDescription['format'], document: unknown): ParsedDescription => ({
  format,
  document: document as JsonObject,
});

/** The small description after an edit; deep members may be replaced by anything. */
export function libraryWith(edit: (document: LibraryDocument) => void): ParsedDescription {
  const document = libraryDocument();
  edit(document);
  return parsedAs('openapi-3.0', document);
}
