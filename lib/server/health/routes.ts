import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { pendingMigrations } from '#db/migrate.ts';
import { phase } from '#lib/lifecycle.ts';
import { connection } from '../database.ts';
import { PUBLIC } from '../http/access.ts';
import { defineRoute } from '../http/define-route.ts';
import { metrics } from '../http/metrics.ts';
import { Problem } from '../http/problem.ts';
import { mayReadMetrics } from './may-read-metrics.ts';

export const healthz = defineRoute({
  method: 'GET',
  path: '/healthz',
  root: true,
  operationId: 'health',
  tag: 'Health',
  summary: 'The process answers',
  access: PUBLIC,
  isProbe: true,
  output: z.object({ status: z.literal('ok') }),
  handler: async () => ({ status: 'ok' as const }),
});

export const readyz = defineRoute({
  method: 'GET',
  path: '/readyz',
  root: true,
  operationId: 'readiness',
  tag: 'Health',
  summary: 'The database answers and has every migration',
  access: PUBLIC,
  isProbe: true,
  output: z.object({ status: z.literal('ready'), database: z.literal('ok'), migrations: z.literal('ok') }),
  errors: [503],
  handler: async (ctx) => {
    if (phase() === 'draining')
      throw new Problem('unavailable', 'This process is being stopped and takes no new work.', {
        retryAfter: 2,
      });
    const pending = await pendingMigrations((text) => ctx.db.execute<{ name: string }>(sql.raw(text)));
    if (pending.length > 0)
      throw new Problem('unavailable', `Migrations are missing: ${pending.join(', ')}.`, { retryAfter: 5 });
    return { status: 'ready' as const, database: 'ok' as const, migrations: 'ok' as const };
  },
});

export const getMetrics = defineRoute({
  method: 'GET',
  path: '/metrics',
  root: true,
  operationId: 'metrics',
  tag: 'Health',
  summary: 'Prometheus text; from a loopback address or with a token',
  access: PUBLIC,
  errors: [401],
  files: ['text/plain'],
  handler: async (_ctx, { request }) => {
    await mayReadMetrics(request);
    metrics.poolWaiting.set(connection().pool.waitingCount);
    return new Response(await metrics.registry.metrics(), {
      headers: { 'content-type': metrics.registry.contentType, 'cache-control': 'no-store' },
    });
  },
});
