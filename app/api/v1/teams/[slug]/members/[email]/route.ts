import { route } from '#lib/server/http/serve-route.ts';
import { deleteMember, putMember } from '#lib/server/teams/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(putMember, deleteMember);
