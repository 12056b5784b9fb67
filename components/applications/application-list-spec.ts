import type { TableSpec } from '#lib/client/table-address.ts';

export const APPLICATION_LIST: TableSpec = { filters: ['team'], sort: '-risk' };

/** In the list of one team the team is no filter: nobody can take it away. */
export const TEAM_APPLICATION_LIST: TableSpec = { filters: [], sort: '-risk' };
