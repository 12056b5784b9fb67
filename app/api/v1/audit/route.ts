import { route } from '#lib/server/http/serve-route.ts';
import { listAudit } from '#lib/server/audit/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(listAudit);
