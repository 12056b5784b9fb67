import { route } from '#lib/server/http/serve-route.ts';
import { getScanProgress } from '#lib/server/findings/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getScanProgress);
