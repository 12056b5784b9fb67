import { execFileSync } from 'node:child_process';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** The operator's command line beside the running server, on the same data folder. */
export function operator(args: readonly string[], dataFolder = testedFolder()): string {
  return execFileSync(process.execPath, ['bin/gatehouse.mjs', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    env: { NODE_ENV: 'production', PATH: process.env.PATH, GATEHOUSE_DATA: dataFolder },
  }).trim();
}

/** Chosen by the configuration of the tests, which hands it on through the environment. */
function testedFolder(): string {
  const folder = process.env.GATEHOUSE_E2E_DATA;
  if (!folder) throw new Error('the data folder of the server under test is not known');
  return join(folder, 'data');
}
