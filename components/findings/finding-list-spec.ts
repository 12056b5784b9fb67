import type { TableSpec } from '#lib/client/table-address.ts';

export const FINDING_LIST: TableSpec = {
  filters: [
    'severity',
    'state',
    'owasp',
    'source',
    'api',
    'team',
    'subtree',
    'application',
    'lifecycle',
    'rule',
  ],
  sort: 'severity',
};
