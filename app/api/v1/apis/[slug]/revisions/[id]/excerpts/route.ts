import { route } from '#lib/server/http/serve-route.ts';
import { getExcerpts } from '#lib/server/revisions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getExcerpts);
