import { PUBLIC } from '../http/access.ts';
import { defineRoute } from '../http/define-route.ts';

export const getOpenApi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tag: 'Reference',
  summary: 'This document',
  access: PUBLIC,
  statuses: [200],
  handler: async () => {
    // The document describes every route, this one too: it is made when asked for, once all are defined.
    const { openApiText } = await import('./openapi-document.ts');
    return new Response(openApiText(), { headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' } });
  },
});
