import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './api-problem.ts';

/** An answer is final when the server refused; only silence, overload and failures are worth another try. */
function isWorthRetrying(failures: number, error: Error): boolean {
  if (failures >= 2) return false;
  return !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500;
}

/** The cache of answers. Pages make one per request on the server; the browser keeps one (`QueryProvider`). */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry: isWorthRetrying, refetchOnWindowFocus: true },
      // `apiSend` repeats by itself with the same idempotency key; a second layer would make a second change.
      mutations: { retry: false },
    },
  });
}
