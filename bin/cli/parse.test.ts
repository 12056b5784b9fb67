import { describe, expect, it } from 'vitest';
import { COMMANDS } from './commands.ts';
import { UsageError } from './failures.ts';
import { parseCommandLine } from './parse.ts';

const words = (line: string) => line.split(' ').filter(Boolean);

describe('the command line', () => {
  it('reads a command with everything it takes', () => {
    expect(
      parseCommandLine(['person', 'add', 'ada@example.com', '--name', 'Ada L.', '--role=admin', '--json']),
    ).toEqual({
      spec: COMMANDS.find(({ name }) => name === 'person add'),
      positionals: { EMAIL: 'ada@example.com' },
      options: { name: 'Ada L.', role: 'admin' },
      isJson: true,
    });
  });

  it('takes options before the command too', () => {
    expect(parseCommandLine(words('--json audit verify'))).toMatchObject({
      spec: { name: 'audit verify' },
      isJson: true,
    });
  });

  const refused: [string, string | RegExp][] = [
    ['', 'No command was given.'],
    ['--json', 'No command was given.'],
    ['conquer', 'There is no command "conquer".'],
    ['person', '"person" needs one of: add.'],
    ['person remove', '"person" needs one of: add.'],
    ['person add', 'EMAIL is missing.'],
    ['person add x@example.com', '--name is missing.'],
    ['person add x@example.com --name', /--name/],
    ['person add nobody --name N', 'EMAIL must be an e-mail address.'],
    [
      'person add x@example.com --name N --role emperor',
      '--role must be one of admin, security, auditor, member.',
    ],
    ['person add x@example.com --name N --colour red', "Unknown option '--colour'."],
    ['person add x@example.com y@example.com --name N', '"y@example.com" is one word too many.'],
    [
      'token create x@example.com --name N --expires-days 0',
      '--expires-days must be a number of days from 1 to 9999.',
    ],
    [
      'token create x@example.com --name N --expires-days soon',
      '--expires-days must be a number of days from 1 to 9999.',
    ],
    ['service-account create Pipe_Line --scopes gate:read', /^SLUG must be 1 to 64/],
    ['service-account create ci --scopes everything', /^--scopes must list some of gate:read/],
    ['service-account create ci --scopes gate:read,,traffic:write', /^--scopes must list/],
    ['verify a.json', '--keys is missing.'],
    ['migrate now', '"now" is one word too many.'],
  ];
  it.each(refused)('"%s" is wrong usage', (line, sentence) => {
    let error: unknown;
    try {
      parseCommandLine(words(line));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UsageError);
    expect((error as UsageError).message).toMatch(sentence);
    expect((error as UsageError).usage).toMatch(/^Usage: /);
  });

  it.each(['--help', '-h'])('%s lists every command', (flag) => {
    const parsed = parseCommandLine([flag]);
    for (const { name } of COMMANDS) expect(parsed).toHaveProperty('help', expect.stringContaining(name));
  });

  it.each(COMMANDS.map(({ name }) => name))('%s --help says what it takes', (name) => {
    expect(parseCommandLine([...words(name), '--help'])).toHaveProperty(
      'help',
      expect.stringContaining(`gatehouse ${name}`),
    );
  });
});
