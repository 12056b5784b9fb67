import { defineConfig, devices } from '@playwright/test';
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// This file is read again in every worker: what is chosen once is handed on through the environment.
const port = (process.env.GATEHOUSE_E2E_PORT ??= String(20_000 + (process.pid % 20_000)));
const folder = (process.env.GATEHOUSE_E2E_DATA ??= mkdtempSync(join(tmpdir(), 'gatehouse-e2e-')));
const baseURL = `http://127.0.0.1:${port}`;

const OWN_SETTINGS = [
  'DATABASE_URL',
  'GATEHOUSE_URL',
  'GATEHOUSE_SECRET',
  'OIDC_ISSUER',
  'OIDC_CLIENT_ID',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'SLACK_WEBHOOK_URL',
];

const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path));

export default defineConfig({
  testDir: 'e2e',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    ...devices['Desktop Chrome'],
    baseURL,
    actionTimeout: 10_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    },
  },
  webServer: {
    command: 'node bin/start.mjs',
    url: `${baseURL}/readyz`,
    env: {
      PORT: port,
      HOST: '127.0.0.1',
      GATEHOUSE_DATA: join(folder, 'data'),
      GATEHOUSE_DEMO: '1',
      // What the machine has set for a Gatehouse of its own must not leak into the tests.
      ...Object.fromEntries(OWN_SETTINGS.map((name) => [name, ''])),
    },
    reuseExistingServer: false,
    timeout: 300_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 30_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
});
