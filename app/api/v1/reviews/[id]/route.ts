import { route } from '#lib/server/http/serve-route.ts';
import { getReview } from '#lib/server/reviews/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getReview);
