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
 * output. `echo` also passes both on to standard error while it runs.
 */
export function runChild(command, args, { cwd = ROOT, env = process.env, echo = false, shell = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const stdout = [];
    const take = (chunk) => {
      output = (output + chunk).slice(-KEPT);
      if (echo) process.stderr.write(chunk);
    };
    child.stdout.on('data', (chunk) => {
      stdout.push(chunk);
      take(chunk);
    });
    child.stderr.on('data', take);
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
