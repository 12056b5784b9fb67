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
    'expiresFrom',
    'expiresTo',
    'environment',
  ],
  sort: '-risk',
};

/** Within a team or an application, which the address of the page names. */
export const SCOPED_API_LIST: TableSpec = {
  filters: ['ownership', 'gate', 'signOff', 'tier', 'riskLevel', 'lifecycle'],
  sort: '-risk',
};
