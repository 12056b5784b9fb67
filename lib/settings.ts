import {
  isLoopback,
  readCount,
  readDatabaseUrl,
  readDigits,
  readFlag,
  readHost,
  readIssuer,
  readMailUrl,
  readNetworks,
  readOneOf,
  readOrigin,
  readPem,
  readPort,
  readSecret,
  readWebAddress,
  Wrong,
} from './setting-values.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export interface OidcSettings {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** Name of the claim that lists the person's groups; null: groups are not read. */
  groupsClaim: string | null;
}

export interface Settings {
  port: number;
  host: string;
  /** Public base address without a slash at its end. */
  url: string;
  /** Null: the embedded database. */
  databaseUrl: string | null;
  dataFolder: string;
  demo: boolean;
  /** Null only with the embedded database, whose data folder keeps one. */
  secret: string | null;
  oidc: OidcSettings | null;
  smtpUrl: string | null;
  slackWebhookUrl: string | null;
  /** Inside networks and hosts that webhooks and imports may reach all the same. */
  allowedNetworks: string[];
  github: {
    apiUrl: string;
    webhookSecret: string | null;
    appId: string | null;
    appPrivateKey: string | null;
  };
  gitlab: { url: string; token: string | null; webhookSecret: string | null };
  /** Proxies whose `X-Forwarded-For` is believed; nobody's unless the operator says so. */
  trustedProxies: string[];
  /** Requests per second that one actor, or one address without a known actor, may send. */
  rateLimit: number;
  logLevel: (typeof LOG_LEVELS)[number];
}

/** One sentence for each variable that cannot be used. */
export class SettingsError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.name = 'SettingsError';
    this.problems = problems;
  }
}

/** Reads and checks every variable; all that is wrong is said at once. An empty variable counts as absent. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const problems: string[] = [];
  function take<Value, Absent>(name: string, read: (text: string) => Value, absent: Absent): Value | Absent {
    const text = variables[name]?.trim();
    if (!text) return absent;
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof Wrong)) throw error;
      problems.push(`${name} ${error.message}.`);
      return absent;
    }
  }
  const text = (value: string) => value;

  const port = take('PORT', readPort, 3000);
  const host = take('HOST', readHost, '127.0.0.1');
  const databaseUrl = take('DATABASE_URL', readDatabaseUrl, null);
  const secret = take('GATEHOUSE_SECRET', readSecret, null);
  if (variables.DATABASE_URL?.trim() && !variables.GATEHOUSE_SECRET?.trim()) {
    problems.push(
      'GATEHOUSE_SECRET is required with DATABASE_URL: at least 32 characters, the same for every replica.',
    );
  }
  const settings: Settings = {
    port,
    host,
    url: take('GATEHOUSE_URL', readOrigin, listenAddress(host, port)),
    databaseUrl,
    dataFolder: take('GATEHOUSE_DATA', text, '.data'),
    demo: take('GATEHOUSE_DEMO', readFlag, databaseUrl === null && isLoopback(host)),
    secret,
    oidc: readOidc(take, problems),
    smtpUrl: take('SMTP_URL', readMailUrl, null),
    slackWebhookUrl: take('SLACK_WEBHOOK_URL', readWebAddress, null),
    allowedNetworks: take('GATEHOUSE_ALLOWED_NETWORKS', readNetworks, []),
    github: {
      apiUrl: take('GITHUB_API_URL', readWebAddress, 'https://api.github.com'),
      webhookSecret: take('GITHUB_WEBHOOK_SECRET', text, null),
      appId: take('GITHUB_APP_ID', readDigits, null),
      appPrivateKey: take('GITHUB_APP_PRIVATE_KEY', readPem, null),
    },
    gitlab: {
      url: take('GITLAB_URL', readWebAddress, 'https://gitlab.com'),
      token: take('GITLAB_TOKEN', text, null),
      webhookSecret: take('GITLAB_WEBHOOK_SECRET', text, null),
    },
    trustedProxies: take('GATEHOUSE_TRUSTED_PROXIES', readNetworks, []),
    rateLimit: take('GATEHOUSE_RATE_LIMIT', readCount, 300),
    logLevel: take('LOG_LEVEL', (value) => readOneOf(value, LOG_LEVELS), 'info'),
  };
  if (problems.length > 0) throw new SettingsError(problems);
  return settings;
}

/** Half a sign-in configuration would let nobody in and say nothing: it is refused. */
function readOidc(
  take: <Value, Absent>(name: string, read: (text: string) => Value, absent: Absent) => Value | Absent,
  problems: string[],
): OidcSettings | null {
  const issuer = take('OIDC_ISSUER', readIssuer, null);
  const clientId = take('OIDC_CLIENT_ID', (value) => value, null);
  const clientSecret = take('OIDC_CLIENT_SECRET', (value) => value, null);
  const groupsClaim = take('OIDC_GROUPS_CLAIM', (value) => value, null);
  if (issuer && clientId && clientSecret) return { issuer, clientId, clientSecret, groupsClaim };
  const missing = Object.entries({
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: clientId,
    OIDC_CLIENT_SECRET: clientSecret,
  })
    .filter(([, value]) => !value)
    .map(([name]) => name);
  if (missing.length < 3) problems.push(`Sign-in by OpenID Connect also needs ${missing.join(' and ')}.`);
  return null;
}

/** What a browser on this machine would use; listening everywhere has no address of its own. */
export function listenAddress(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
