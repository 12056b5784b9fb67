import { ApiProblem } from '#lib/client/api-problem.ts';

export interface ErrorWords {
  title: string;
  /** What happened. */
  what: string;
  /** What of the person's work is safe. */
  safe: string;
  /** What to do. */
  next: string;
  requestId: string | null;
}

const SAFE = { reading: 'Nothing was changed.', saving: 'What you entered is still here.' };

/** Explains an error to a person: what happened, what is safe, what to do. */
export function explainError(error: unknown, during: keyof typeof SAFE = 'reading'): ErrorWords {
  const safe = SAFE[during];
  if (!(error instanceof ApiProblem)) {
    return {
      title: 'Something went wrong',
      what: 'This page ran into an error of its own.',
      safe,
      next: 'Reload the page.',
      requestId: null,
    };
  }
  const { status, requestId, retryAfter } = error;
  const again = retryAfter ? `Try again in ${retryAfter} seconds.` : 'Try again in a moment.';
  if (status === 0) {
    return {
      title: 'Gatehouse cannot be reached',
      what: 'No answer came from the server.',
      safe,
      next: 'Check the connection, then try again.',
      requestId,
    };
  }
  if (status === 412) {
    return {
      title: 'Somebody else changed this meanwhile',
      what: error.message,
      safe,
      next: 'Reload to see the present state, then repeat your change.',
      requestId,
    };
  }
  if (status === 403)
    return {
      title: 'You may not do this',
      what: error.message,
      safe,
      next: 'Ask somebody who may.',
      requestId,
    };
  if (status === 404) {
    return {
      title: 'Not found',
      what: 'It does not exist, or you may not see it.',
      safe,
      next: 'Check the address, or ask for access.',
      requestId,
    };
  }
  if (status === 429)
    return { title: 'Too many requests', what: error.message, safe, next: again, requestId };
  if (status === 503)
    return {
      title: 'Gatehouse is not available just now',
      what: error.message,
      safe,
      next: again,
      requestId,
    };
  if (status >= 500) {
    return {
      title: 'Gatehouse ran into an error',
      what: 'The server could not answer.',
      safe,
      next: 'Try again; if it stays, report the request id.',
      requestId,
    };
  }
  return { title: error.title, what: error.message, safe, next: 'Correct it and try again.', requestId };
}
