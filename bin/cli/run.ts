import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { RunCommand } from './command.ts';
import { createConnector } from './connect.ts';
import { EXIT, explainFailure } from './failures.ts';
import type { ExitCode } from './failures.ts';
import { parseCommandLine } from './parse.ts';

export interface Output {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Runs one command line to its end and returns its exit code. */
export async function runCommandLine(
  args: readonly string[],
  typedIn: string,
  { out, err }: Output,
): Promise<ExitCode> {
  const say = (line: string) => err(`${line}\n`);
  const connector = createConnector(say);
  try {
    const parsed = parseCommandLine(args);
    if ('help' in parsed) {
      out(`${parsed.help}\n`);
      return EXIT.ok;
    }
    const run = await loadCommand(parsed.spec.name);
    const result = await run({
      positionals: parsed.positionals,
      options: parsed.options,
      connect: connector.connect,
      resolveFile: (path) => resolve(typedIn, path),
      say,
    });
    out(`${parsed.isJson ? JSON.stringify(result.json) : result.text}\n`);
    return result.isRefused ? EXIT.refused : EXIT.ok;
  } catch (error) {
    const { code, lines } = explainFailure(error);
    lines.forEach(say);
    return code;
  } finally {
    await connector.close();
  }
}

export const commandFile = (name: string): string =>
  resolve(import.meta.dirname, '../commands', `${name.replaceAll(' ', '-')}.ts`);

/** Loaded when asked for: the other commands must not make this one slower. */
async function loadCommand(name: string): Promise<RunCommand> {
  const { run }: { run: RunCommand } = await import(pathToFileURL(commandFile(name)).href);
  return run;
}
