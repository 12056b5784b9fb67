import { route } from '#lib/server/http/serve-route.ts';
import { postReject } from '#lib/server/exceptions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postReject);
