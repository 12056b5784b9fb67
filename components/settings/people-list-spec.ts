import type { TableSpec } from '#lib/client/table-address.ts';

export const PEOPLE_LIST: TableSpec = { filters: ['role', 'active', 'team'], sort: 'name' };
