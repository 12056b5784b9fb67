import type { TableSpec } from '#lib/client/table-address.ts';

export const DECISION_LIST: TableSpec = {
  filters: ['environment', 'outcome', 'promoted'],
  sort: '-evaluatedAt',
};
