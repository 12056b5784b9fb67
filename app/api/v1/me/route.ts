import { route } from '#lib/server/http/serve-route.ts';
import { getMe } from '#lib/server/people/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getMe);
