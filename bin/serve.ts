import { resolve } from 'node:path';
import { FolderInUse } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { operatorSettings, publishEnv } from '#lib/env.ts';
import { closeAll, enterPhase } from '#lib/lifecycle.ts';
import { log } from '#lib/log.ts';
import { liveHolder } from '#lib/process-lock.mjs';
import { listenAddress } from '#lib/settings.ts';
import type { Settings } from '#lib/settings.ts';
import { failStart } from './house/fail-start.ts';
import { listen } from './house/listen.ts';
import type { Listener } from './house/listen.ts';
import { loadDemoIfAsked } from './house/load-demo.ts';
import { openDatabase } from './house/open-database.ts';
import type { HouseDatabase } from './house/open-database.ts';
import { startWorker } from './house/worker-child.ts';
import type { WorkerChild } from './house/worker-child.ts';
import { welcome } from './house/welcome.ts';

// The server: database, migrations, demo, pages, worker, in this order; and back again when it is told to stop.

const ROOT = resolve(import.meta.dirname, '..');
const isDev = process.argv.includes('--dev');
const say = (line: string) => console.log(line);

interface House {
  listener?: Listener;
  database?: HouseDatabase;
  worker?: WorkerChild;
  closePages?: () => Promise<void>;
}

const house: House = {};
let isStopping = false;

async function start(): Promise<void> {
  const settings = readSettings();
  refuseSecondStart(settings);
  const listener = await listen(settings.host, settings.port, settings.trustedProxies);
  house.listener = listener;
  const url =
    settings.port === 0 && settings.url.endsWith(':0')
      ? listenAddress(settings.host, listener.port)
      : settings.url;

  const database = await openDatabase(settings, { say, purpose: 'server', patienceMs: 60_000 });
  house.database = database;
  if (isStopping) return;
  publishEnv({
    appDatabaseUrl: database.appUrl,
    ownerDatabaseUrl: database.ownerUrl,
    secret: settings.secret ?? database.secret,
    url,
    demo: settings.demo,
  });
  const pages = loadPages(listener);
  // Should a migration fail first, that is what is reported.
  pages.catch(() => {});
  await migrate(database.ownerUrl, (line) => say(`  ${line}`));
  if (isStopping) return;
  if (settings.demo) await loadDemoIfAsked(database.ownerUrl, say);
  if (isStopping) return;
  const { handler, close } = await pages;
  house.closePages = close;
  house.worker = startWorker(resolve(ROOT, 'bin/worker.ts'));
  if (isStopping) return;
  listener.handWith(handler);
  enterPhase('ready');
  database.announce({ phase: 'ready', url });
  for (const line of welcome(settings, url, isDev)) say(line);
}

/** A data folder named by a relative path lies in the project, wherever the command was typed. */
function readSettings(): Settings {
  const settings = operatorSettings();
  return { ...settings, dataFolder: resolve(ROOT, settings.dataFolder) };
}

/** Before the port is tried: "port taken" would be true as well, and would help less. */
function refuseSecondStart(settings: Settings) {
  if (settings.databaseUrl !== null) return;
  const holder = liveHolder(resolve(settings.dataFolder, 'in-use.json'));
  if (holder?.purpose === 'server') throw new FolderInUse(settings.dataFolder, holder);
}

/** Next.js reads the environment while it is loaded, so it comes after `publishEnv`. */
async function loadPages(listener: Listener) {
  const { default: next } = await import('next');
  const app = next({
    dev: isDev,
    dir: ROOT,
    hostname: '127.0.0.1',
    port: listener.port,
    httpServer: listener.server,
    quiet: true,
  });
  await app.prepare();
  return { handler: app.getRequestHandler(), close: () => app.close() };
}

/** Ends what has begun, then stops everything in the opposite order. */
async function stop(reason: string): Promise<void> {
  isStopping = true;
  enterPhase('draining');
  house.database?.announce({ phase: 'stopping' });
  say(`\nStopping (${reason}): finishing what has begun …`);
  await Promise.race([started, timeLimit(5000)]);
  const worker = house.worker?.stop();
  await house.listener?.drain();
  for (const failure of await closeAll()) log.warn({ err: failure }, 'a part did not close properly');
  await Promise.race([house.closePages?.().catch(() => {}), timeLimit(2000)]);
  await worker;
  await house.database?.stop();
  say('Stopped.');
}

const timeLimit = (milliseconds: number) =>
  new Promise<void>((done) => setTimeout(done, milliseconds).unref());

/** A terminal's Ctrl-C arrives here twice, from the terminal and passed on; a person's second one comes later. */
const SAME_SIGNAL_MS = 1000;
let firstSignal = 0;

function onSignal(reason: string) {
  if (firstSignal === 0) {
    firstSignal = Date.now();
    void stop(reason).then(
      () => process.exit(0),
      (error) => failStart(error),
    );
  } else if (Date.now() - firstSignal > SAME_SIGNAL_MS) {
    house.listener?.cut();
  }
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => onSignal(name));
// The process that started us is gone, however it ended.
process.on('disconnect', () => onSignal('its parent process ended'));
// Nobody reads our lines any more: that is no reason to stop.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const started: Promise<void> = start().catch(async (error) => {
  if (isStopping) return;
  await house.worker?.stop();
  await house.database?.stop().catch(() => {});
  failStart(error);
});
