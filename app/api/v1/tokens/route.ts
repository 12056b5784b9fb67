import { route } from '#lib/server/http/serve-route.ts';
import { listTokens, postToken } from '#lib/server/tokens/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(listTokens, postToken);
