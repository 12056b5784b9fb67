import { route } from '#lib/server/http/serve-route.ts';
import { getReferenceViewer } from '#lib/server/reference/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getReferenceViewer);
