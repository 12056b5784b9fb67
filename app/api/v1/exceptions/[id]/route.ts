import { route } from '#lib/server/http/serve-route.ts';
import { getException } from '#lib/server/exceptions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getException);
