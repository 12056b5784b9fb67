import type { TableSpec } from '#lib/client/table-address.ts';

export const TEAM_LIST: TableSpec = { filters: ['member'], sort: 'path' };

/** The whole tree in pages of the largest size. */
export const TREE_QUERY = 'limit=200&sort=path';

/** Asks how many APIs are unowned and for no more than that. */
export const UNOWNED_COUNT = 'limit=1';

/** Teams directly below one. */
export const childrenQuery = (slug: string) => `parent=${slug}&sort=name`;

/** APIs that are offered to a team, the riskiest first. */
export const offersQuery = (slug: string) => `offeredTo=${slug}&sort=-risk`;

/** APIs of a team and of all teams below it. */
export const apisOfTeam = (slug: string) => `team=${slug}&subtree=true`;
