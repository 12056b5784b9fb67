import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
let clone: string;

/** What a start needs before anything is installed. */
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'gatehouse-clone-'));
  for (const path of ['bin', 'lib/process-lock.mjs', 'package.json', 'package-lock.json'])
    cpSync(join(ROOT, path), join(clone, path), { recursive: true });
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

function start(registry: string): Promise<{ code: number | null; output: string }> {
  const child = spawn(process.execPath, ['bin/start.mjs'], {
    cwd: clone,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      NODE_ENV: 'production',
      PATH: process.env.PATH,
      HOME: clone,
      npm_config_registry: registry,
      npm_config_cache: join(clone, 'cache'),
    },
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  return new Promise((done, fail) => {
    child.once('error', fail);
    child.once('close', (code) => done({ code, output }));
  });
}

it('a fresh clone that reaches no registry says so in a sentence, with the way out, and soon', async () => {
  const begun = performance.now();
  const { code, output } = await start('http://127.0.0.1:1/');
  expect(code).toBe(1);
  expect(output).toContain('http://127.0.0.1:1 cannot be reached, so the packages cannot be installed.');
  expect(output).toContain('Check the network or proxy (`npm config get registry`');
  expect(output).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  expect(performance.now() - begun).toBeLessThan(60_000);
  expect(existsSync(join(clone, '.setup.lock'))).toBe(false);
}, 90_000);
