import { route } from '#lib/server/http/serve-route.ts';
import { getCoverageRoute } from '#lib/server/deployments/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getCoverageRoute);
