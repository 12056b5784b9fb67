import { route } from '#lib/server/http/serve-route.ts';
import { getEmergency } from '#lib/server/emergencies/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getEmergency);
