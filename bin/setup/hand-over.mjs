// Replaces this process by the pinned runtime, as far as Node.js can: same streams, same signals, same exit code.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, RUNTIME } from './paths.mjs';
import { runtimeEnv } from './run-child.mjs';

/**
 * The channel tells the child when this process is gone, however it ended. Signals are passed on, because a service
 * manager sends them to this process alone; a terminal sends them to both, which the child must bear.
 */
export function handOver(args, { cwd, ipc = true } = {}) {
  const child = spawn(RUNTIME, args, {
    cwd,
    // Compiled code is kept: a command of the operator is mostly start.
    env: runtimeEnv({ NODE_COMPILE_CACHE: join(ROOT, 'node_modules', '.cache', 'gatehouse-code') }),
    stdio: ['inherit', 'inherit', 'inherit', ...(ipc ? ['ipc'] : [])],
  });
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name));
  child.on('error', (error) => {
    console.error(`The pinned Node.js could not be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    if (signal) console.error(`Gatehouse was ended by ${signal}.`);
    process.exit(code ?? 1);
  });
}
