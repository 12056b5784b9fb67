import { route } from '#lib/server/http/serve-route.ts';
import { getChecklists, postChecklist } from '#lib/server/checklists/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getChecklists, postChecklist);
