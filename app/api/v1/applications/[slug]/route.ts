import { route } from '#lib/server/http/serve-route.ts';
import { getApplication } from '#lib/server/applications/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getApplication);
