import { route } from '#lib/server/http/serve-route.ts';
import { getEnvironment, putEnvironmentRoute } from '#lib/server/environments/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getEnvironment, putEnvironmentRoute);
