import { randomBytes } from 'node:crypto';
import { PlainError } from '#lib/plain-error.ts';
import { readOrCreate } from './data-folder.ts';
import type { DataFolder } from './data-folder.ts';

/** Passwords of the three roles. Hexadecimal, so that they need no quoting in addresses and statements. */
export interface Passwords {
  admin: string;
  owner: string;
  app: string;
}

const NAME = 'database-passwords.json';

export function readPasswords(folder: DataFolder): Passwords {
  const text = readOrCreate(folder, NAME, () =>
    JSON.stringify({ admin: fresh(), owner: fresh(), app: fresh() } satisfies Passwords),
  );
  try {
    const { admin, owner, app } = JSON.parse(text);
    if ([admin, owner, app].every((one) => /^[0-9a-f]{48}$/.test(one))) return { admin, owner, app };
  } catch {
    // Said below, like any other content that is not ours.
  }
  throw new PlainError(
    `${folder.path}/${NAME} is damaged, and without it the database there cannot be opened.`,
    {
      hint: `Restore that file from a backup of the folder, or set the folder aside and start with an empty one: mv ${folder.path} ${folder.path}.broken`,
    },
  );
}

const fresh = () => randomBytes(24).toString('hex');
