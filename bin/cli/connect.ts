import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { FolderInUse, joinEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { operatorSettings, publishEnv } from '#lib/env.ts';
import { closeAll } from '#lib/lifecycle.ts';
import { openDatabase } from '../house/open-database.ts';
import type { HouseDatabase } from '../house/open-database.ts';
import type { ConnectOptions, OpenDatabase } from './command.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** How long a server that is just starting, or another command, may hold the data folder. */
const PATIENCE_MS = 60_000;

export interface Connector {
  connect: (options?: ConnectOptions) => Promise<OpenDatabase>;
  close: () => Promise<void>;
}

export function createConnector(say: (line: string) => void): Connector {
  let opened: HouseDatabase | undefined;
  return {
    connect: async ({ shouldMigrate = true } = {}) => {
      const settings = operatorSettings();
      const folder = resolve(ROOT, settings.dataFolder);
      const joined = settings.databaseUrl === null ? await joinOrOpen() : await openHere();
      const { ownerUrl, appUrl, secret } = joined;
      const url = 'url' in joined && typeof joined.url === 'string' ? joined.url : settings.url;
      publishEnv({
        ownerDatabaseUrl: ownerUrl,
        appDatabaseUrl: appUrl,
        secret: settings.secret ?? secret,
        url,
        demo: settings.demo,
      });
      return { ownerUrl, appUrl };

      async function joinOrOpen() {
        for (const deadline = Date.now() + PATIENCE_MS; ; await pause(100)) {
          const running = joinEmbedded(folder);
          if (running) return running;
          try {
            return await openHere();
          } catch (error) {
            if (!(error instanceof FolderInUse) || Date.now() > deadline) throw error;
          }
        }
      }

      async function openHere() {
        opened = await openDatabase(
          { ...settings, dataFolder: folder },
          { say, purpose: 'command', patienceMs: 0 },
        );
        // An embedded database is ours alone; with another one, migrating is the operator's own decision.
        if (opened.isEmbedded && shouldMigrate) await migrate(opened.ownerUrl);
        return opened;
      }
    },
    close: async () => {
      await closeAll();
      await opened?.stop();
    },
  };
}
