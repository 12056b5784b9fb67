import { route } from '#lib/server/http/serve-route.ts';
import { getRiskHistory } from '#lib/server/risk/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getRiskHistory);
