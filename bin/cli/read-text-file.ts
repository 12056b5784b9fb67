import { readFileSync } from 'node:fs';
import { UsageError } from './failures.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder',
  EACCES: 'may not be read by this account',
};

/** The text of a file the person named; naming one that cannot be read is wrong usage. */
export function readTextFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `${path} ${SENTENCES[code] ?? `cannot be read (${code})`}.`,
      'Name a file that is there.',
    );
  }
}
