import { defineRoute } from '../http/define-route.ts';
import { exportCatalog } from './export-catalog.ts';

export const getBackstage = defineRoute({
  method: 'GET',
  path: '/export/backstage',
  operationId: 'exportBackstage',
  tag: 'Exchange',
  summary: 'Teams, people, applications and APIs as a Backstage catalogue',
  access: { people: 'everyone' },
  files: ['application/yaml'],
  handler: (ctx) => exportCatalog(ctx),
});
