import { PlainError } from '#lib/plain-error.ts';
import type { DataFolder } from './data-folder.ts';

/** Failures that another attempt can cure. */
export const isPortTaken = (output: string): boolean =>
  /could not bind|could not create any TCP\/IP sockets|Address already in use/i.test(output);
export const isStillClosing = (output: string): boolean =>
  /pre-existing shared memory block|lock file "postmaster\.pid" already exists/.test(output);

interface Cause {
  pattern: RegExp;
  message: (folder: DataFolder, match: RegExpExecArray) => string;
  hint: (folder: DataFolder) => string;
}

const setAside = ({ path }: DataFolder) =>
  `Restore a backup of that folder, or set it aside and start with an empty one: mv ${path} ${path}.broken`;

/** The first that matches PostgreSQL's own words wins. */
const CAUSES: Cause[] = [
  {
    pattern: /No space left on device/,
    message: () => 'The disk is full, so the database cannot start.',
    hint: () => 'Free some space and start again; nothing is lost.',
  },
  {
    pattern: /initialized by PostgreSQL version (\d+)/,
    message: ({ cluster }, match) =>
      `The database in ${cluster} was made by PostgreSQL ${match[1]}, which this Gatehouse cannot read.`,
    hint: setAside,
  },
  {
    pattern:
      /has wrong ownership|has invalid permissions|has group or world access|Permission denied|Operation not permitted/,
    message: ({ cluster }) => `The database in ${cluster} belongs to another account.`,
    hint: () =>
      'Start Gatehouse as the account that made it, or choose another folder: GATEHOUSE_DATA=/path npm start',
  },
  {
    pattern:
      /could not (?:create|map|resize) (?:anonymous )?shared memory|could not fork|Cannot allocate memory/,
    message: () => 'There is not enough memory for the database.',
    hint: () => 'It needs about 300 MB; end something else and start again.',
  },
  {
    pattern:
      /PANIC|checkpoint record|is not a valid data directory|required WAL directory|invalid data|incorrect checksum|could not (?:open|read|find|access) (?:file|directory|control file)|unexpected end of file|corrupt/i,
    message: ({ cluster }) => `The database in ${cluster} is damaged and cannot be opened.`,
    hint: setAside,
  },
];

/** `output` is what PostgreSQL said since it was started. */
export function explainFailure(output: string, folder: DataFolder, otherwise: string): PlainError {
  const details = output
    .split('\n')
    .filter((line) => /FATAL|PANIC|ERROR|HINT|DETAIL|could not|initdb: /.test(line))
    .slice(-6)
    .join('\n');
  for (const { pattern, message, hint } of CAUSES) {
    const match = pattern.exec(output);
    if (match) return new PlainError(message(folder, match), { hint: hint(folder), details });
  }
  return new PlainError(otherwise, {
    hint: `Its log is ${folder.log}.`,
    details: details || output.split('\n').slice(-6).join('\n'),
  });
}

export const damagedFolder = (folder: DataFolder): PlainError =>
  new PlainError(
    `The database in ${folder.cluster} is damaged and cannot be opened: files of it are missing.`,
    {
      hint: setAside(folder),
    },
  );
