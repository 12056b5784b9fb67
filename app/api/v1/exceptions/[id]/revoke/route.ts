import { route } from '#lib/server/http/serve-route.ts';
import { postRevoke } from '#lib/server/exceptions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postRevoke);
