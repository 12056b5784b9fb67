import { route } from '#lib/server/http/serve-route.ts';
import { getOwnershipRoute, postOwnership } from '#lib/server/ownership/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getOwnershipRoute, postOwnership);
