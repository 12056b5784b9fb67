import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';
import { readSettings, SettingsError } from './settings.ts';
import type { Settings } from './settings.ts';

const SECRET = 'x'.repeat(32);

function problemsOf(variables: Record<string, string>): string[] {
  try {
    readSettings(variables);
    return [];
  } catch (error) {
    if (error instanceof SettingsError) return error.problems;
    throw error;
  }
}

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      url: 'http://127.0.0.1:3000',
      databaseUrl: null,
      dataFolder: '.data',
      demo: true,
      secret: null,
      oidc: null,
      allowedNetworks: [],
      trustedProxies: [],
      rateLimit: 300,
      github: { apiUrl: 'https://api.github.com' },
      gitlab: { url: 'https://gitlab.com' },
    } satisfies Record<string, unknown>);
  });

  const accepted: [string, Record<string, string>, Partial<Settings>][] = [
    ['an empty variable as an absent one', { PORT: '', HOST: ' ' }, { port: 3000, host: '127.0.0.1' }],
    ['port 0, which the system replaces by a free one', { PORT: '0' }, { port: 0 }],
    ['an IPv6 address', { HOST: '::1' }, { url: 'http://[::1]:3000', demo: true }],
    [
      'every address of the machine, without a demo',
      { HOST: '0.0.0.0' },
      { url: 'http://localhost:3000', demo: false },
    ],
    ['a demo asked for on every address', { HOST: '0.0.0.0', GATEHOUSE_DEMO: '1' }, { demo: true }],
    ['no demo on loopback when asked for', { GATEHOUSE_DEMO: '0' }, { demo: false }],
    [
      'a database of one’s own, without a demo',
      { DATABASE_URL: 'postgres://u:p@db.example/gatehouse', GATEHOUSE_SECRET: SECRET },
      { databaseUrl: 'postgres://u:p@db.example/gatehouse', demo: false, secret: SECRET },
    ],
    [
      'a base address',
      { GATEHOUSE_URL: 'https://gatehouse.example.com/' },
      { url: 'https://gatehouse.example.com' },
    ],
    [
      'networks and hosts',
      { GATEHOUSE_ALLOWED_NETWORKS: '10.0.0.0/8, ::1/128 git.internal' },
      { allowedNetworks: ['10.0.0.0/8', '::1/128', 'git.internal'] },
    ],
    [
      'an OpenID Connect provider, its issuer as written',
      { OIDC_ISSUER: 'https://id.example.com/realm/', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' },
      {
        oidc: {
          issuer: 'https://id.example.com/realm/',
          clientId: 'a',
          clientSecret: 'b',
          groupsClaim: null,
        },
      },
    ],
  ];
  it.each(accepted)('takes %s', (_, variables, expected) => {
    expect(readSettings(variables)).toMatchObject(expected);
  });

  const refused: [Record<string, string>, RegExp][] = [
    [{ PORT: 'http' }, /^PORT must be a port number/],
    [{ PORT: '65536' }, /^PORT must/],
    [{ PORT: '-1' }, /^PORT must/],
    [{ HOST: 'http://localhost' }, /^HOST must be a host name/],
    [{ HOST: 'localhost:3000' }, /^HOST must/],
    [{ DATABASE_URL: 'mysql://x/y', GATEHOUSE_SECRET: SECRET }, /^DATABASE_URL must .*postgres:\/\//],
    [{ DATABASE_URL: 'postgres://x/y' }, /^GATEHOUSE_SECRET is required with DATABASE_URL/],
    [{ GATEHOUSE_SECRET: 'short' }, /^GATEHOUSE_SECRET must have at least 32/],
    [{ GATEHOUSE_URL: 'gatehouse.example.com' }, /^GATEHOUSE_URL must/],
    [
      { GATEHOUSE_URL: 'https://example.com/gatehouse' },
      /^GATEHOUSE_URL must be a base address without path/,
    ],
    [{ GATEHOUSE_DEMO: 'yes' }, /^GATEHOUSE_DEMO must be 0 or 1/],
    [{ OIDC_ISSUER: 'https://id.example.com' }, /also needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET/],
    [{ SMTP_URL: 'mail.example.com' }, /^SMTP_URL must/],
    [{ SLACK_WEBHOOK_URL: 'slack' }, /^SLACK_WEBHOOK_URL must/],
    [{ GATEHOUSE_ALLOWED_NETWORKS: '10.0.0.0/64' }, /"10.0.0.0\/64" is neither/],
    [{ GITHUB_APP_ID: 'abc' }, /^GITHUB_APP_ID must be a number/],
    [{ GITHUB_APP_PRIVATE_KEY: 'abc' }, /^GITHUB_APP_PRIVATE_KEY must be a private key/],
    [{ GATEHOUSE_TRUSTED_PROXIES: '10.0.0.0/64' }, /^GATEHOUSE_TRUSTED_PROXIES must list networks/],
    [{ GATEHOUSE_RATE_LIMIT: '0' }, /^GATEHOUSE_RATE_LIMIT must be a whole number from 1/],
    [{ GATEHOUSE_RATE_LIMIT: '1.5' }, /^GATEHOUSE_RATE_LIMIT must/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
  ];
  it.each(refused)('refuses %j', (variables, sentence) => {
    const problems = problemsOf(variables);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(sentence);
  });

  it('says everything that is wrong at once and repeats no secret', () => {
    const problems = problemsOf({
      PORT: 'x',
      DATABASE_URL: 'http://u:hunter2@h',
      GATEHOUSE_SECRET: 'hunter2',
    });
    expect(problems).toHaveLength(3);
    expect(problems.join()).not.toContain('hunter2');
  });

  it('inside the server asks for what the entry point hands over', () => {
    expect(() => readEnv({})).toThrow(/npm start/);
    const handedOver = {
      GATEHOUSE_APP_DATABASE_URL: 'postgres://a',
      GATEHOUSE_OWNER_DATABASE_URL: 'postgres://o',
      GATEHOUSE_SECRET: SECRET,
    };
    expect(readEnv(handedOver)).toMatchObject({
      appDatabaseUrl: 'postgres://a',
      secret: SECRET,
      isProduction: false,
    });
  });
});
