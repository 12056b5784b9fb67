import { commandFolder } from '#lib/env.ts';
import { logToStandardError } from '#lib/log.ts';
import { runCommandLine } from './cli/run.ts';

logToStandardError();
const code = await runCommandLine(process.argv.slice(2), commandFolder(), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
// Both streams are written to the end before the process ends, whatever is still open.
process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
