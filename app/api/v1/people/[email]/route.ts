import { route } from '#lib/server/http/serve-route.ts';
import { getPerson, patchPerson } from '#lib/server/people/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getPerson, patchPerson);
