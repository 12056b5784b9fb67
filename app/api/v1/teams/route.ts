import { route } from '#lib/server/http/serve-route.ts';
import { listTeams, postTeam } from '#lib/server/teams/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(listTeams, postTeam);
