import { route } from '#lib/server/http/serve-route.ts';
import { deleteTeam, getTeam, patchTeam } from '#lib/server/teams/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getTeam, patchTeam, deleteTeam);
