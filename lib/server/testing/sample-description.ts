interface Variation {
  /** Plural noun of the paths. */
  resource?: string;
  /** One more operation: a material change. */
  extra?: boolean;
  /** Leaves writing open to anybody: findings that block. */
  isOpen?: boolean;
  /** Text without a meaning for security. */
  description?: string;
}

const text = { type: 'string', maxLength: 100, pattern: '^[a-z]*$' };
const answers = (status: number) => ({
  [status]: { description: 'Fine' },
  401: { description: 'No identity' },
  429: { description: 'Too many requests' },
  500: { description: 'Our fault' },
});

/** A small OpenAPI description, as text. */
export function sampleDescription({
  resource = 'shelves',
  extra = false,
  isOpen = false,
  description = 'Shelves',
}: Variation = {}): string {
  const security = [{ company: [`${resource}:use`] }];
  const body = {
    content: {
      'application/json': {
        schema: { type: 'object', additionalProperties: false, properties: { name: text } },
      },
    },
  };
  const list = { operationId: 'list', description, security, responses: answers(200) };
  const add = {
    operationId: 'add',
    security: isOpen ? [] : security,
    requestBody: body,
    responses: answers(201),
  };
  const clear = { operationId: 'clear', security, responses: answers(204) };
  return JSON.stringify({
    openapi: '3.0.3',
    info: { title: 'Shelf catalogue', version: '1.0.0', description },
    servers: [{ url: 'https://api.example.com/v1' }],
    paths: { [`/${resource}`]: { get: list, post: add, ...(extra ? { delete: clear } : {}) } },
    components: {
      securitySchemes: {
        company: {
          type: 'oauth2',
          flows: {
            clientCredentials: {
              tokenUrl: 'https://login.example.com/token',
              scopes: { [`${resource}:use`]: 'Use it' },
            },
          },
        },
      },
    },
  });
}
