import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The operator's command line beside the running server, on the same database. */
export function operator(
  args: readonly string[],
  database: Record<string, string> = { GATEHOUSE_DATA: testedFolder() },
): string {
  return execFileSync(process.execPath, ['bin/gatehouse.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { NODE_ENV: 'production', PATH: process.env.PATH, ...database },
  }).trim();
}

/** Chosen by the configuration of the tests, which hands it on through the environment. */
function testedFolder(): string {
  const folder = process.env.GATEHOUSE_E2E_DATA;
  if (!folder) throw new Error('the data folder of the server under test is not known');
  return join(folder, 'data');
}
