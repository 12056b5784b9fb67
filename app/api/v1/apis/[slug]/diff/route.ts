import { route } from '#lib/server/http/serve-route.ts';
import { getDiff } from '#lib/server/revisions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getDiff);
