// Installed tools, run on the pinned runtime with our own streams.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, RUNTIME } from './paths.mjs';
import { runtimeEnv } from './run-child.mjs';

export const modulePath = (name, file) => join(ROOT, 'node_modules', name, file);

/** Resolves with the exit code; a signal counts as 1. */
export function inherit(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(RUNTIME, args, {
      cwd: ROOT,
      env: runtimeEnv(env),
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}
