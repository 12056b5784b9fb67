import { Problem } from '../http/problem.ts';
import type { ProblemKind } from '../http/problem.ts';
import { DescriptionError } from './description-error.ts';
import type { DescriptionErrorStatus } from './description-error.ts';

const KINDS = {
  400: 'malformed',
  413: 'too-large',
  415: 'media-type',
  422: 'invalid',
  503: 'unavailable',
} as const satisfies Record<DescriptionErrorStatus, ProblemKind>;

const RETRY_AFTER_SECONDS = 5;

/** Throws what a client is to see of a failed analysis; for `.catch(descriptionProblem)`. */
export function descriptionProblem(error: unknown): never {
  if (!(error instanceof DescriptionError)) throw error;
  const { status, code, detail, errors } = error;
  const retryAfter = status === 503 ? RETRY_AFTER_SECONDS : undefined;
  throw new Problem(KINDS[status], detail, { code, errors, retryAfter, cause: error });
}
