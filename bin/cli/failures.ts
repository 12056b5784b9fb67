import { MigrationError } from '#db/migration-error.ts';
import { PlainError } from '#lib/plain-error.ts';
import { Problem } from '#lib/server/http/problem.ts';
import { SettingsError } from '#lib/settings.ts';

export const EXIT = { ok: 0, refused: 1, usage: 2, unreachable: 3 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command was typed wrongly; `usage` shows how it goes. */
export class UsageError extends Error {
  readonly usage: string;

  constructor(message: string, usage: string) {
    super(message);
    this.usage = usage;
  }
}

/** A rule says no. */
export class Refused extends Error {}

/** SQLSTATE classes and socket errors that mean the database is away or lets nobody in. */
const AWAY =
  /^(?:08|28|3D|57P|53)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** Exit code and lines for standard error. */
export function explainFailure(error: unknown): { code: ExitCode; lines: string[] } {
  if (error instanceof UsageError) return { code: EXIT.usage, lines: [error.message, '', error.usage] };
  if (error instanceof SettingsError) return { code: EXIT.usage, lines: error.problems };
  if (error instanceof Refused || error instanceof MigrationError)
    return { code: EXIT.refused, lines: [error.message] };
  if (error instanceof Problem) {
    const fields = error.errors?.map(({ pointer, detail }) => `  ${pointer}: ${detail}`) ?? [];
    return {
      code: error.kind === 'unavailable' ? EXIT.unreachable : EXIT.refused,
      lines: [error.message, ...fields],
    };
  }
  if (error instanceof PlainError) {
    return {
      code: EXIT.unreachable,
      lines: [error.message, ...(error.hint ? [error.hint] : []), ...(error.details ? [error.details] : [])],
    };
  }
  if (isAway(error))
    return { code: EXIT.unreachable, lines: ['The database cannot be reached.', messageOf(error)] };
  return {
    code: EXIT.refused,
    lines: [`Something unforeseen happened: ${error instanceof Error ? error.stack : String(error)}`],
  };
}

function isAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string' && AWAY.test(code)) return true;
    if (/timeout exceeded when trying to connect|Connection terminated|timeout expired/.test(at.message))
      return true;
  }
  return false;
}

const messageOf = (error: unknown) =>
  error instanceof Error && error.message ? error.message : String(error);
