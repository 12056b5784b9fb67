import { route } from '#lib/server/http/serve-route.ts';
import { getPolicyRoute, putPolicyRoute } from '#lib/server/policies/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getPolicyRoute, putPolicyRoute);
