import { MigrationError } from '#db/migration-error.ts';
import { PlainError } from '#lib/plain-error.ts';
import { SettingsError } from '#lib/settings.ts';

/** Says why there is no server, in a sentence where the reason was foreseen, and ends the process. */
export function failStart(error: unknown): never {
  console.error('');
  for (const line of linesFor(error)) console.error(line);
  process.exit(1);
}

export function linesFor(error: unknown): string[] {
  if (error instanceof SettingsError) {
    return [
      'Gatehouse cannot start with these settings:',
      ...error.problems.map((problem) => `  ${problem}`),
    ];
  }
  if (error instanceof PlainError) {
    const details = error.details?.replace(/^/gm, '    ');
    return [error.message, ...(error.hint ? [error.hint] : []), ...(details ? ['', details] : [])];
  }
  if (error instanceof MigrationError)
    return ['The database could not be brought up to date.', error.message];
  return [`Something unforeseen happened: ${error instanceof Error ? error.stack : String(error)}`];
}
