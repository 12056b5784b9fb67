import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { Route } from './define-route.ts';

interface Metrics {
  registry: Registry;
  requests: Counter<'route' | 'method' | 'status'>;
  duration: Histogram<'route' | 'method'>;
  decisions: Counter<'environment' | 'outcome'>;
  poolWaiting: Gauge;
}

// Route bundles are loaded separately; the process has one registry.
const holder = globalThis as typeof globalThis & { gatehouseMetrics?: Metrics };

export const metrics: Metrics = (holder.gatehouseMetrics ??= create());

function create(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'gatehouse_' });
  return {
    registry,
    requests: new Counter({
      name: 'gatehouse_http_requests_total',
      help: 'Requests answered, by route template, method and status',
      labelNames: ['route', 'method', 'status'],
      registers: [registry],
    }),
    duration: new Histogram({
      name: 'gatehouse_http_request_seconds',
      help: 'Time to answer, by route template and method',
      labelNames: ['route', 'method'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
      registers: [registry],
    }),
    decisions: new Counter({
      name: 'gatehouse_decisions_total',
      help: 'Recorded decisions, by environment and outcome',
      labelNames: ['environment', 'outcome'],
      registers: [registry],
    }),
    poolWaiting: new Gauge({
      name: 'gatehouse_database_waiting',
      help: 'Requests waiting for a database connection',
      registers: [registry],
    }),
  };
}

export function countRequest(route: Route, status: number, milliseconds: number): void {
  metrics.requests.inc({ route: route.fullPath, method: route.method, status: String(status) });
  metrics.duration.observe({ route: route.fullPath, method: route.method }, milliseconds / 1000);
}
