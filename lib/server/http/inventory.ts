import type { NamedRoute, Route } from './define-route.ts';
import { ROUTE_MODULES } from './route-modules.ts';

/** Every route there is: the document, the refusals' test and the in-process client are made from it. */
export const inventory: readonly Route[] = Object.values(ROUTE_MODULES).flatMap((module): Route[] =>
  Object.values(module),
);

type Modules = typeof ROUTE_MODULES;
type NameOf<One> = One extends NamedRoute<infer Verb, infer Path> ? `${Verb} ${Path}` : never;

/** `METHOD path` of every route there is, for tables that must not forget one. */
export type RouteName = {
  [Module in keyof Modules]: NameOf<Modules[Module][keyof Modules[Module]]>;
}[keyof Modules];

export const routeName = ({ method, path }: Route) => `${method} ${path}` as RouteName;
