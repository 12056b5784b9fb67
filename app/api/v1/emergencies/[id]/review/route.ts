import { route } from '#lib/server/http/serve-route.ts';
import { postEmergencyReview } from '#lib/server/emergencies/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postEmergencyReview);
