/** A small interface with faults a program can mend and others it cannot, one member a line. */
export const FAULTY = {
  openapi: '3.0.3',
  info: { title: 'Berths', version: '1.0.0', description: 'Where ships lie.' },
  servers: [{ url: 'http://berths.example.com' }],
  paths: {
    '/berths': {
      get: {
        operationId: 'listBerths',
        security: [{ company: [] }],
        responses: {
          200: {
            description: 'All of them',
            content: {
              'application/json': {
                schema: { type: 'array', items: { $ref: '#/components/schemas/Berth' } },
              },
            },
          },
        },
      },
      post: {
        operationId: 'addBerth',
        security: [],
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Berth' } } } },
        responses: { 201: { description: 'Added' } },
      },
    },
    '/berths/{id}': {
      delete: {
        operationId: 'removeBerth',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
        responses: { 204: { description: 'Gone' } },
      },
    },
  },
  components: {
    schemas: {
      Berth: {
        type: 'object',
        properties: {
          id: { type: 'integer' },
          name: { type: 'string' },
          ownerId: { type: 'string' },
          accessToken: { type: 'string' },
          callbackUrl: { type: 'string' },
        },
      },
    },
    securitySchemes: { company: { type: 'http', scheme: 'basic' } },
  },
};

export const faultyText = (): string => `${JSON.stringify(FAULTY, null, 2)}\n`;
