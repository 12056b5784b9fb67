import { PUBLIC } from '../http/access.ts';
import { defineRoute } from '../http/define-route.ts';
import { referencePage, referenceStart } from './reference-page.ts';
import { viewerScript } from './viewer-script.ts';

export const getOpenApi = defineRoute({
  method: 'GET',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tag: 'Reference',
  summary: 'This document',
  access: PUBLIC,
  files: ['application/json'],
  handler: async () => {
    // The document describes every route, this one too: it is made when asked for, once all are defined.
    const { openApiText } = await import('./openapi-document.ts');
    return new Response(openApiText(), {
      headers: { 'content-type': 'application/json', 'cache-control': 'public, max-age=300' },
    });
  },
});

const asset = { method: 'GET', root: true, tag: 'Reference', access: PUBLIC } as const;

export const getReference = defineRoute({
  ...asset,
  path: '/api/reference',
  operationId: 'getReferencePage',
  summary: 'This document as a page',
  files: ['text/html'],
  handler: async () => referencePage(),
});

export const getReferenceStart = defineRoute({
  ...asset,
  path: '/api/reference/start.js',
  operationId: 'getReferenceStart',
  summary: 'Starts the viewer of the reference page',
  files: ['text/javascript'],
  handler: async () => referenceStart(),
});

export const getReferenceViewer = defineRoute({
  ...asset,
  path: '/api/reference/viewer.js',
  operationId: 'getReferenceViewer',
  summary: 'The viewer of the reference page',
  files: ['text/javascript'],
  handler: () => viewerScript(),
});
