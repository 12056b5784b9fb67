import { availableParallelism } from 'node:os';
import { connect } from '#db/client.ts';
import type { Connection } from '#db/client.ts';
import { env } from '#lib/env.ts';
import { onShutdown } from '#lib/lifecycle.ts';
import { log } from '#lib/log.ts';

/**
 * A few for each core: more would make the database switch between them instead of answering, and what waits here is
 * answered sooner than what waits there.
 */
const POOL_SIZE = Math.max(8, availableParallelism() * 4);

// Each route bundle loads this module for itself; the process keeps one pool.
const holder = globalThis as typeof globalThis & { gatehouseConnection?: Connection };

/** The application's pool, opened at first use. */
export function connection(): Connection {
  return (holder.gatehouseConnection ??= open());
}

function open(): Connection {
  let isClosing = false;
  const onIdleError = (error: Error) => {
    // A database that is stopped right after us may still meet a connection that is on its way out.
    if (!isClosing) log.warn({ err: error }, 'an idle database connection was lost');
  };
  const opened = connect(env().appDatabaseUrl, { max: POOL_SIZE, onIdleError });
  onShutdown('database connections', () => {
    isClosing = true;
    return opened.close();
  });
  return opened;
}

/** For tests and shutdown: what is opened next is fresh. */
export function useConnection(next: Connection | undefined): void {
  holder.gatehouseConnection = next;
}
