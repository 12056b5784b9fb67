import { readSettings, SettingsError } from './settings.ts';
import type { Settings } from './settings.ts';

/** Settings of a running server: the entry point has found a database and a secret and passes them on. */
export interface Env extends Settings {
  /** For the application: its role cannot rewrite history. */
  appDatabaseUrl: string;
  /** For migrations and the operator. */
  ownerDatabaseUrl: string;
  secret: string;
  isProduction: boolean;
}

let known: Env | null = null;

/** What the person who starts Gatehouse has set, checked. */
export const operatorSettings = (): Settings => readSettings(process.env);

/** Settings inside a running server, worker or test; read once. */
export function env(): Env {
  known ??= readEnv(process.env);
  return known;
}

/** Pure part of `env`. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const settings = readSettings(variables);
  const { GATEHOUSE_APP_DATABASE_URL: appDatabaseUrl, GATEHOUSE_OWNER_DATABASE_URL: ownerDatabaseUrl } =
    variables;
  if (!appDatabaseUrl || !ownerDatabaseUrl || !settings.secret) {
    throw new SettingsError([
      'This part of Gatehouse is started by `npm start`, which tells it where its database is.',
    ]);
  }
  return {
    ...settings,
    appDatabaseUrl,
    ownerDatabaseUrl,
    secret: settings.secret,
    isProduction: variables.NODE_ENV === 'production',
  };
}

/** For entry points: what they found, handed to everything that is loaded later and to child processes. */
export interface Found {
  appDatabaseUrl: string;
  ownerDatabaseUrl: string;
  secret: string;
  url: string;
  demo: boolean;
}

export function publishEnv(found: Found): void {
  Object.assign(process.env, {
    GATEHOUSE_APP_DATABASE_URL: found.appDatabaseUrl,
    GATEHOUSE_OWNER_DATABASE_URL: found.ownerDatabaseUrl,
    GATEHOUSE_SECRET: found.secret,
    GATEHOUSE_URL: found.url,
    GATEHOUSE_DEMO: found.demo ? '1' : '0',
    // next-auth reads its own address here and nowhere else.
    NEXTAUTH_URL: found.url,
  });
  known = null;
}

/** `next build` and tools run without a database: they ask before they need one. */
export const logLevel = (): Settings['logLevel'] => {
  try {
    return operatorSettings().logLevel;
  } catch {
    return 'info';
  }
};

export const isProduction = (): boolean => process.env.NODE_ENV === 'production';

/** For programs that need none of our variables, and must not get the secrets among them. */
export const bareEnv = (): NodeJS.ProcessEnv => ({
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
});

/** Where a command was typed: npm changes to the project's folder and remembers the other one. */
export const commandFolder = (): string => process.env.INIT_CWD ?? process.cwd();
