import { route } from '#lib/server/http/serve-route.ts';
import { postFindingsImport } from '#lib/server/findings/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(postFindingsImport);
