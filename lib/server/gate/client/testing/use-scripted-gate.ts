import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { SCRIPT, TOKEN } from './gate-answers.ts';
import { runClient, startScriptedGate, type Asked, type Run } from './scripted-gate.ts';

export interface ClientBench {
  /** Address of the gate; known once the tests run. */
  base: () => string;
  /** A file in a folder that lives as long as the tests; the client runs in that folder. */
  file: (name: string) => string;
  askedAbout: (api: string) => Asked[];
  /** `check` of one API, with more options and variables; `piped` feeds the client through standard input. */
  run: (
    api: string,
    more?: string[],
    env?: Record<string, string | undefined>,
    piped?: boolean,
  ) => Promise<Run>;
  /** Any arguments, with address and token set. */
  runRaw: (
    args: readonly string[],
    env?: Record<string, string | undefined>,
    piped?: boolean,
  ) => Promise<Run>;
}

export const checkArgs = (api: string, ...more: string[]): string[] => [
  'check',
  '--api',
  api,
  '--environment',
  'production',
  ...more,
];

/** A scripted gate and a folder with `openapi.yaml` for all tests of a file. */
export function useScriptedGate(): ClientBench {
  let gate: Awaited<ReturnType<typeof startScriptedGate>>;
  let dir: string;
  beforeAll(async () => {
    gate = await startScriptedGate(SCRIPT);
    dir = mkdtempSync(join(tmpdir(), 'gate-client-'));
    // With a byte order mark and two kinds of line ends: the digest is that of the exact bytes.
    writeFileSync(join(dir, 'openapi.yaml'), '\ufeffopenapi: 3.0.3\r\ninfo: {title: "ü"}\n');
  });
  afterAll(async () => {
    await gate.close();
    rmSync(dir, { recursive: true });
  });
  const runRaw: ClientBench['runRaw'] = (args, env = {}, piped = false) =>
    runClient(args, { env: { GATEHOUSE_URL: gate.base, GATEHOUSE_TOKEN: TOKEN, ...env }, piped, cwd: dir });
  return {
    base: () => gate.base,
    file: (name) => join(dir, name),
    askedAbout: (api) => gate.askedAbout(api),
    run: (api, more = [], env, piped) => runRaw(checkArgs(api, ...more), env, piped),
    runRaw,
  };
}
