import { route } from '#lib/server/http/serve-route.ts';
import { getGate, postGate } from '#lib/server/gate/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getGate, postGate);
