import { route } from '#lib/server/http/serve-route.ts';
import { deleteToken } from '#lib/server/tokens/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(deleteToken);
