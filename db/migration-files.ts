import { readdirSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Inside a built route there is no folder of this file; the server runs in the project's. */
export const MIGRATIONS_FOLDER = join(
  import.meta.dirname ?? join(/* turbopackIgnore: true */ process.cwd(), 'db'),
  'migrations',
);

export interface Migration {
  name: string;
  checksum: string;
  /**
   * False where the first line is `-- no-transaction`: for statements that cannot run in one, such as CREATE INDEX
   * CONCURRENTLY. They must block nobody, and be such that all of them can be made again: what fails half-way is begun anew.
   */
  isTransactional: boolean;
  /** All of it as one where it is a transaction. */
  statements: string[];
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      const isTransactional = !sql.startsWith('-- no-transaction');
      return {
        name,
        checksum: createHash('sha256').update(sql).digest('hex'),
        isTransactional,
        statements: isTransactional ? [sql] : statementsOf(sql),
      };
    });
}

/**
 * PostgreSQL takes what is sent together for one transaction, so these are sent one by one. A statement ends with a
 * semicolon at the end of a line, and with no other.
 */
function statementsOf(sql: string): string[] {
  return sql
    .replaceAll(/^[ \t]*--.*$/gm, '')
    .split(/;[ \t]*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
