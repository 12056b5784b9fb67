import { route } from '#lib/server/http/serve-route.ts';
import { getKeys } from '#lib/server/gate/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getKeys);
