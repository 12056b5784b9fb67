// Runs one program to its end and keeps the last part of what it said.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import { RUNTIME, ROOT } from './paths.mjs';

const KEPT = 64 * 1024;

/** The pinned runtime comes first, so that `node` in package scripts is the pinned one too. */
export const runtimeEnv = (extra = {}) => ({
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  ...extra,
  PATH: `${dirname(RUNTIME)}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`,
});

/**
 * Resolves with `{ code, output, stdout }`: `output` is the tail of both streams, `stdout` is everything on standard
 * output. `giveUp(output)` is asked every second and ends the program when it says so.
 */
export function runChild(command, args, { cwd = ROOT, env = process.env, shell = false, giveUp } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const stdout = [];
    const take = (chunk) => {
      output = (output + chunk).slice(-KEPT);
    };
    child.stdout.on('data', (chunk) => {
      stdout.push(chunk);
      take(chunk);
    });
    child.stderr.on('data', take);
    const asking = setInterval(() => {
      if (giveUp?.(output)) child.kill('SIGTERM');
    }, 1000);
    // Ended while it waits, this process takes the program along instead of leaving it to itself.
    const takeAlong = (name) => {
      child.kill(name);
      child.on('close', () => process.exit(1));
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const name of signals) process.on(name, takeAlong);
    child.on('close', () => {
      clearInterval(asking);
      for (const name of signals) process.off(name, takeAlong);
    });
    child.on('error', (error) =>
      resolve({ code: -1, output: error.message, stdout: '', missing: error.code === 'ENOENT' }),
    );
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, signal, output, stdout: Buffer.concat(stdout).toString() }),
    );
  });
}

export const runPinned = (args, options = {}) =>
  runChild(RUNTIME, args, { ...options, env: runtimeEnv(options.env) });

export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');
