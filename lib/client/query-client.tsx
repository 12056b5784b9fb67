'use client';
import type { QueryClient } from '@tanstack/react-query';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { ApiProblem } from './api-problem.ts';
import { makeQueryClient } from './make-query-client.ts';

/** Sends the person to sign in again, and back here afterwards, when an answer says that the session has ended. */
function watchSession(client: QueryClient): () => void {
  const leave = (error: unknown) => {
    if (!(error instanceof ApiProblem) || error.status !== 401) return;
    const here = window.location.pathname + window.location.search;
    window.location.assign(`/sign-in?callbackUrl=${encodeURIComponent(here)}`);
  };
  const stopQueries = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
  const stopMutations = client.getMutationCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'error') leave(event.action.error);
  });
  return () => {
    stopQueries();
    stopMutations();
  };
}

/** Holds what the interface answered, for everything below. */
export function QueryProvider({ children }: { children: ReactNode }) {
  const [client] = useState(makeQueryClient);
  useEffect(() => watchSession(client), [client]);
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
