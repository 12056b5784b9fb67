import { route } from '#lib/server/http/serve-route.ts';
import { getRevisions, postRevision } from '#lib/server/revisions/routes.ts';

export const { GET, POST, PUT, PATCH, DELETE } = route(getRevisions, postRevision);
