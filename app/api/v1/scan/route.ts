import { route } from '#lib/server/http/serve-route.ts';
import { postScan } from '#lib/server/findings/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postScan);
