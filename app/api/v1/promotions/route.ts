import { route } from '#lib/server/http/serve-route.ts';
import { postPromotion } from '#lib/server/gate/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postPromotion);
