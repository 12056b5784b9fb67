import type { TableSpec } from '#lib/client/table-address.ts';

export const TOKEN_LIST: TableSpec = { filters: ['all'], sort: '-createdAt' };
