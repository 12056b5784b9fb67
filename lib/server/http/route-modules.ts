import * as health from '../health/routes.ts';
import * as reference from '../reference/routes.ts';
import * as teams from '../teams/routes.ts';
import type { Route } from './define-route.ts';

/** Modules that define routes, by their path below `lib/server`. A route is part of the product once its module is here. */
export const ROUTE_MODULES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  'health/routes.ts': health,
  'reference/routes.ts': reference,
  'teams/routes.ts': teams,
};
