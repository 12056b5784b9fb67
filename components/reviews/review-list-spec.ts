import type { TableSpec } from '#lib/client/table-address.ts';

export const REVIEW_LIST: TableSpec = {
  filters: ['state', 'environment', 'waitingFor', 'requestedBy', 'team', 'api'],
  sort: '-createdAt',
};
