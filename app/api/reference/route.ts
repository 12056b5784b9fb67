import { route } from '#lib/server/http/serve-route.ts';
import { getReference } from '#lib/server/reference/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getReference);
