import { route } from '#lib/server/http/serve-route.ts';
import { getEmergencies, postEmergency } from '#lib/server/emergencies/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getEmergencies, postEmergency);
