import type { TableSpec } from '#lib/client/table-address.ts';

export const UNOWNED_LIST: TableSpec = {
  filters: ['kind', 'inbox', 'team', 'subtree', 'application'],
  sort: '-risk',
};
