import { route } from '#lib/server/http/serve-route.ts';
import { getOneEvent } from '#lib/server/audit/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getOneEvent);
