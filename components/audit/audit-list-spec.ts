import type { TableSpec } from '#lib/client/table-address.ts';

export const AUDIT_LIST: TableSpec = { filters: ['actor', 'action', 'subject', 'from', 'to'], sort: '-seq' };
