import { PROBLEMS, Problem } from './problem.ts';
import { postgresCode } from '../transact.ts';
import { log } from '#lib/log.ts';

/** SQLSTATE classes and socket errors that mean the database is away or too busy, not that we are wrong. */
const DATABASE_AWAY =
  /^(?:08|57|53|55P03|58|25P0[34]|40001|40P01)|^(?:ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOENT)$/;
/** What a request named was removed, or made by somebody else, between the look and the write. */
const OVERTAKEN = /^(?:23503|23505|23P01)$/;

export function problemResponse(error: unknown, requestId: string): Response {
  const problem = toProblem(error, requestId);
  const { status, title } = PROBLEMS[problem.kind];
  const body = {
    type: `urn:gatehouse:problem:${problem.code}`,
    title,
    status,
    detail: problem.message,
    code: problem.code,
    ...(problem.errors ? { errors: problem.errors } : {}),
    requestId,
    ...problem.extra,
  };
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...(problem.retryAfter ? { 'retry-after': String(problem.retryAfter) } : {}),
      ...(status === 401 ? { 'www-authenticate': 'Bearer realm="gatehouse"' } : {}),
    },
  });
}

function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Problem) return error;
  const code = postgresCode(error) ?? '';
  const message = error instanceof Error ? error.message : '';
  if (
    DATABASE_AWAY.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated/.test(message)
  ) {
    log.warn({ requestId, code, err: error }, 'database away');
    return new Problem(
      'unavailable',
      'The database does not answer right now; nothing was changed. Try again shortly.',
      { retryAfter: 2 },
    );
  }
  if (OVERTAKEN.test(code)) {
    log.warn({ requestId, code, err: error }, 'overtaken by another change');
    return new Problem('conflict', 'Somebody else changed what this needs at the same moment. Try again.', {
      code: 'conflict.overtaken',
    });
  }
  log.error({ requestId, err: error }, 'request failed');
  return new Problem('internal', 'Nothing was changed. The request id leads to the cause in the log.', {
    code: 'internal',
  });
}
