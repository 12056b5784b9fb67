import { route } from '#lib/server/http/serve-route.ts';
import { getMetrics } from '#lib/server/health/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getMetrics);
