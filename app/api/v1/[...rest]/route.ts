import { nowhere } from '#lib/server/http/nowhere.ts';

export const { GET, POST, PUT, PATCH, DELETE } = nowhere;
