import { route } from '#lib/server/http/serve-route.ts';
import { getRiskRoute } from '#lib/server/risk/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getRiskRoute);
