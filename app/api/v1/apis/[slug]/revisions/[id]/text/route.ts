import { route } from '#lib/server/http/serve-route.ts';
import { getText } from '#lib/server/revisions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getText);
