import { route } from '#lib/server/http/serve-route.ts';
import { getApplications, postApplication } from '#lib/server/applications/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getApplications, postApplication);
