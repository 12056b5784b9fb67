import { route } from '#lib/server/http/serve-route.ts';
import { listPeople, postPerson } from '#lib/server/people/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(listPeople, postPerson);
