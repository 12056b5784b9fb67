import type { TableSpec } from '#lib/client/table-address.ts';

export const OPERATION_LIST: TableSpec = { filters: ['method', 'authenticated', 'deprecated'] };
