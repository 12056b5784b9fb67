import { route } from '#lib/server/http/serve-route.ts';
import { getEnvironments } from '#lib/server/environments/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getEnvironments);
