import { route } from '#lib/server/http/serve-route.ts';
import { readyz } from '#lib/server/health/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(readyz);
