import { route } from '#lib/server/http/serve-route.ts';
import { postComment } from '#lib/server/reviews/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postComment);
