import { PUBLIC } from './access.ts';
import type { Route } from './define-route.ts';

/** Every status beyond success that a route may answer with: what any route can follows from what it takes. */
export function refusalStatuses(route: Route): number[] {
  const statuses = new Set<number>([...route.errors, 422, 500, 503]);
  const add = (...more: number[]) => more.forEach((status) => statuses.add(status));
  if (route.access !== PUBLIC) add(401, 403);
  if (!route.isProbe) add(429);
  if (route.params) add(404);
  if (route.body || route.raw) add(400, 413, 415);
  if (route.method === 'POST') add(400, 409);
  return [...statuses].toSorted((a, b) => a - b);
}
