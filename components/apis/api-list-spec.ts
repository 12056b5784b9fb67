import type { TableSpec } from '#lib/client/table-address.ts';

export const API_LIST: TableSpec = {
  filters: [
    'team',
    'subtree',
    'owner',
    'application',
    'kind',
    'exposure',
    'dataClass',
    'criticality',
    'tier',
    'lifecycle',
    'ownership',
    'signOff',
    'gate',
    'riskLevel',
    'tag',
    'riskMin',
    'riskMax',
    'environment',
  ],
  sort: '-risk',
};
