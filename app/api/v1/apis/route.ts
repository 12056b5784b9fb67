import { route } from '#lib/server/http/serve-route.ts';
import { getApis, postApi } from '#lib/server/apis/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getApis, postApi);
