import { describe, expect, it } from 'vitest';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { explainError } from './error-words.ts';

const problem = (status: number, retryAfter: number | null = null) =>
  new ApiProblem({ status, title: 'Title', detail: 'Detail.', code: 'x', requestId: 'r-1' }, retryAfter);

describe('explainError', () => {
  it.each([0, 400, 403, 404, 409, 412, 422, 429, 500, 503])(
    'says what, what is safe and what to do for %d',
    (status) => {
      const words = explainError(problem(status));
      for (const sentence of [words.what, words.safe, words.next]) expect(sentence).toMatch(/\.$/);
      expect(words.title).not.toMatch(/[.!]$/);
      expect(words.requestId).toBe('r-1');
    },
  );

  it('says how long to wait when the server did', () => {
    expect(explainError(problem(429, 12)).next).toBe('Try again in 12 seconds.');
  });

  it('tells that entered work is kept when saving failed', () => {
    expect(explainError(problem(500), 'saving').safe).toBe('What you entered is still here.');
  });

  it('does not show the text of an error of our own', () => {
    const words = explainError(new TypeError('x is not a function'));
    expect(JSON.stringify(words)).not.toContain('function');
    expect(words.requestId).toBeNull();
  });
});
