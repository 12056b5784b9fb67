import { route } from '#lib/server/http/serve-route.ts';
import { getDeployments, postDeployment } from '#lib/server/deployments/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getDeployments, postDeployment);
