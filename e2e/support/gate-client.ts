import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const CLIENT = resolve(import.meta.dirname, '../../public/gate.mjs');

export interface GateRun {
  exitCode: number | null;
  output: string;
  errors: string;
}

/** `gate.mjs check …` as a job of a pipeline runs it. */
export function runGate(address: string, token: string, args: readonly string[]): Promise<GateRun> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [CLIENT, 'check', ...args], {
      // Nothing else of the surroundings: a build server that runs these tests must not be taken for the pipeline.
      env: { NODE_ENV: 'production', PATH: process.env.PATH, GATEHOUSE_URL: address, GATEHOUSE_TOKEN: token },
    });
    const run = { output: '', errors: '' };
    child.stdout.on('data', (chunk) => (run.output += chunk));
    child.stderr.on('data', (chunk) => (run.errors += chunk));
    child.once('error', fail);
    child.once('close', (exitCode) => done({ exitCode, ...run }));
  });
}
