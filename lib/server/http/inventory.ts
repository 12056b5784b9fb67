import type { Route } from './define-route.ts';
import { ROUTE_MODULES } from './route-modules.ts';

/** Every route there is: the document, the refusals' test and the in-process client are made from it. */
export const inventory: readonly Route[] = Object.values(ROUTE_MODULES).flatMap((module) =>
  Object.values(module),
);
