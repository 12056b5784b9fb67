import * as health from '../health/routes.ts';
import * as reference from '../reference/routes.ts';
import * as teams from '../teams/routes.ts';
import type { Route } from './define-route.ts';

/** Every route there is: the document, the refusals' test and the in-process client are made from it. */
export const inventory: readonly Route[] = [health, reference, teams].flatMap((module) => Object.values(module));
