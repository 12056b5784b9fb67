import { route } from '#lib/server/http/serve-route.ts';
import { deleteApi, getOneApi, patchApi } from '#lib/server/apis/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getOneApi, patchApi, deleteApi);
