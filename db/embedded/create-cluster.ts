import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bareEnv } from '#lib/env.ts';
import { asAccount, giveTo } from './account.ts';
import type { Account } from './account.ts';
import { ADMIN_ROLE } from './ensure-roles.ts';
import { explainFailure } from './explain-failure.ts';
import type { DataFolder } from './data-folder.ts';

/**
 * Makes the cluster unless there is one. It grows under another name and is renamed when complete, so that a process
 * killed meanwhile leaves nothing that looks like a database.
 */
export async function createCluster(
  folder: DataFolder,
  { initdb, account, password }: { initdb: string; account: Account; password: string },
): Promise<void> {
  if (existsSync(folder.cluster)) return;
  rmSync(folder.newCluster, { recursive: true, force: true });
  mkdirSync(folder.newCluster, { mode: 0o700 });
  giveTo(account, folder.newCluster);
  const passwordFile = join(folder.path, 'initdb.password');
  rmSync(passwordFile, { force: true });
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  giveTo(account, passwordFile);
  try {
    const { code, output } = await run(account, initdb, [
      `--pgdata=${folder.newCluster}`,
      `--username=${ADMIN_ROLE}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      // The same order of texts on every machine, whatever its locales are.
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      // On a busy disk the sync takes several seconds: `syncCluster` does it while people already work.
      '--no-sync',
    ]);
    if (code !== 0) throw explainFailure(output, folder, 'PostgreSQL could not make its data folder.');
  } finally {
    rmSync(passwordFile, { force: true });
  }
  chmodSync(folder.newCluster, 0o700);
  renameSync(folder.newCluster, folder.cluster);
}

/** Makes a new cluster safe against power cuts, beside the running server; being killed meanwhile does no harm. */
export function syncCluster(
  folder: DataFolder,
  { initdb, account }: { initdb: string; account: Account },
): void {
  const { command, args, ids } = asAccount(account, initdb, ['--sync-only', `--pgdata=${folder.cluster}`]);
  const child = spawn(command, args, { ...ids, cwd: '/', stdio: 'ignore', env: bareEnv() });
  child.on('error', () => {});
  child.unref();
}

function run(account: Account, program: string, args: string[]): Promise<{ code: number; output: string }> {
  const { command, args: words, ids } = asAccount(account, program, args);
  return new Promise((resolve) => {
    const child = spawn(command, words, {
      ...ids,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: bareEnv(),
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: -1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? -1, output }));
  });
}
