import { route } from '#lib/server/http/serve-route.ts';
import { postJudge } from '#lib/server/findings/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postJudge);
