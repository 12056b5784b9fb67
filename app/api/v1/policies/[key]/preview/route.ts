import { route } from '#lib/server/http/serve-route.ts';
import { postPreview } from '#lib/server/policies/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postPreview);
