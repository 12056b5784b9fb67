import { route } from '#lib/server/http/serve-route.ts';
import { getBackstage } from '#lib/server/backstage/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getBackstage);
