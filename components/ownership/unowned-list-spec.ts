import type { TableSpec } from '#lib/client/table-address.ts';

export const UNOWNED_LIST: TableSpec = { filters: ['kind', 'inbox'], sort: '-risk' };
