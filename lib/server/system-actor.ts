import type { Actor } from './context.ts';

/** Changes that follow from time or from the start of the product. */
export const SYSTEM: Actor = {
  id: null,
  displayName: 'Gatehouse',
  standing: { kind: 'system', name: 'system', role: null, scopes: [], teamRoles: {} },
};

/** Whoever runs the operator's command line. */
export const OPERATOR: Actor = {
  id: null,
  displayName: 'Operator',
  standing: { kind: 'operator', name: 'operator', role: null, scopes: [], teamRoles: {} },
};
