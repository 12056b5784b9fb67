import { drizzle } from 'drizzle-orm/node-postgres';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { APP_ROLE } from './roles.ts';
import * as schema from './schema/index.ts';

export type Database = NodePgDatabase<typeof schema>;
export type Transaction = Parameters<Parameters<Database['transaction']>[0]>[0];
/** What a query needs: the pool or an open transaction. */
export type Queryable = Database | Transaction;

export interface Connection {
  db: Database;
  pool: pg.Pool;
  close: () => Promise<void>;
}

export interface ConnectOptions {
  max?: number;
  /** Every statement runs as the application's role, which cannot rewrite history. */
  asApplication?: boolean;
  statementTimeoutMs?: number;
  onIdleError?: (error: Error) => void;
}

/** bigint columns hold counts and sequence numbers far below 2^53. */
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function connect(url: string, options: ConnectOptions = {}): Connection {
  const { max = 10, asApplication = true, statementTimeoutMs = 30_000, onIdleError = () => {} } = options;
  const settings = [
    `-c statement_timeout=${statementTimeoutMs}`,
    '-c idle_in_transaction_session_timeout=60000',
    '-c timezone=UTC',
    // Every query reads few rows through an index: compiling a plan would cost more than running it.
    '-c jit=off',
    ...(asApplication ? [`-c role=${APP_ROLE}`] : []),
  ];
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    options: settings.join(' '),
  });
  // Without a listener a connection that the server ends would end the process.
  pool.on('error', onIdleError);
  return { db: drizzle(pool, { schema }), pool, close: () => pool.end() };
}
