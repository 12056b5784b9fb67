import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.ts';
import type { CommandSpec, ValueSpec } from './commands.ts';
import { UsageError } from './failures.ts';

export interface Invocation {
  spec: CommandSpec;
  /** By placeholder: `EMAIL`. */
  positionals: Record<string, string>;
  options: Record<string, string>;
  isJson: boolean;
}

export type Parsed = Invocation | { help: string };

export function usageOf({ name, positionals, options }: CommandSpec): string {
  const words = [
    'gatehouse',
    name,
    ...positionals.map(({ placeholder }) => placeholder),
    ...Object.entries(options).map(([option, { placeholder, isRequired }]) =>
      isRequired ? `--${option} ${placeholder}` : `[--${option} ${placeholder}]`,
    ),
    '[--json]',
  ];
  return `Usage: ${words.join(' ')}`;
}

export function usageOfAll(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  return [
    'Usage: npm run -s gatehouse -- COMMAND …',
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'COMMAND --help shows what a command takes. --json prints the result as JSON.',
    'Exit codes: 0 done, 1 refused, 2 wrong usage, 3 database unreachable.',
  ].join('\n');
}

/** Pure: what was typed → what is meant. Throws `UsageError`. */
export function parseCommandLine(typed: readonly string[]): Parsed {
  // Options may also stand before the command.
  const first = Math.max(
    0,
    typed.findIndex((arg) => !arg.startsWith('-')),
  );
  const args = [...typed.slice(first), ...typed.slice(0, first)];
  const words = args.filter((arg) => !arg.startsWith('-'));
  const spec = COMMANDS.find(({ name }) => name.split(' ').every((word, at) => args[at] === word));
  if (!spec) {
    if (words.length === 0 && (args.includes('--help') || args.includes('-h'))) return { help: usageOfAll() };
    throw new UsageError(complaintAbout(words), usageOfAll());
  }
  const usage = usageOf(spec);
  const { values, positionals } = readArguments(spec, args.slice(spec.name.split(' ').length), usage);
  if (values.help) return { help: `${usage}\n\n${spec.summary}` };

  const names = spec.positionals.map(({ placeholder }) => placeholder);
  if (positionals.length < names.length)
    throw new UsageError(`${names[positionals.length]} is missing.`, usage);
  if (positionals.length > names.length) {
    throw new UsageError(`"${positionals[names.length]}" is one word too many.`, usage);
  }
  const options: Record<string, string> = {};
  for (const [name, option] of Object.entries(spec.options)) {
    const value = values[name];
    if (typeof value === 'string') {
      check(`--${name}`, option, value, usage);
      options[name] = value;
    } else if (option.isRequired) throw new UsageError(`--${name} is missing.`, usage);
  }
  spec.positionals.forEach((one, at) => check(one.placeholder, one, positionals[at] ?? '', usage));
  return {
    spec,
    positionals: Object.fromEntries(names.map((name, at) => [name, positionals[at] ?? ''])),
    options,
    isJson: values.json === true,
  };
}

function readArguments(
  spec: CommandSpec,
  args: string[],
  usage: string,
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  const options = Object.fromEntries(
    Object.keys(spec.options).map((name) => [name, { type: 'string' as const }]),
  );
  try {
    return parseArgs({
      args,
      options: { ...options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    // Node.js adds advice about `--` after its first sentence, which does not help here.
    const [sentence] = (error as Error).message.split('. ');
    throw new UsageError(`${sentence?.replace(/\.$/, '')}.`, usage);
  }
}

function check(name: string, { complaint }: ValueSpec, text: string, usage: string) {
  const wrong = complaint?.(text);
  if (wrong) throw new UsageError(`${name} ${wrong}.`, usage);
}

function complaintAbout(words: string[]): string {
  if (words.length === 0) return 'No command was given.';
  const known = COMMANDS.map(({ name }) => name).filter((name) => name.startsWith(`${words[0]} `));
  return known.length > 0
    ? `"${words[0]}" needs one of: ${known.map((name) => name.split(' ')[1]).join(', ')}.`
    : `There is no command "${words[0]}".`;
}
