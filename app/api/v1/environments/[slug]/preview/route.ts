import { route } from '#lib/server/http/serve-route.ts';
import { getPreview } from '#lib/server/environments/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getPreview);
