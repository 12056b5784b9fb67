import { route } from '#lib/server/http/serve-route.ts';
import { getFix } from '#lib/server/revisions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getFix);
