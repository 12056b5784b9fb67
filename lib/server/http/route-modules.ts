import * as apis from '../apis/routes.ts';
import * as health from '../health/routes.ts';
import * as ownership from '../ownership/routes.ts';
import * as reference from '../reference/routes.ts';
import * as teams from '../teams/routes.ts';
import type { Route } from './define-route.ts';

/** Modules that define routes, by their path below `lib/server`. A route is part of the product once its module is here. */
export const ROUTE_MODULES: Readonly<Record<string, Readonly<Record<string, Route>>>> = {
  'apis/routes.ts': apis,
  'health/routes.ts': health,
  'ownership/routes.ts': ownership,
  'reference/routes.ts': reference,
  'teams/routes.ts': teams,
};
