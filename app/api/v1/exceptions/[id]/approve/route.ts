import { route } from '#lib/server/http/serve-route.ts';
import { postApprove } from '#lib/server/exceptions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postApprove);
