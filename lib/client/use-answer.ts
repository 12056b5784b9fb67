'use client';
import { useQuery } from '@tanstack/react-query';
import { answerKey } from './answer-key.ts';
import { apiGet } from './api.ts';

/** One object of the interface. */
export function useAnswer<Answer>(path: string, search = '', options: { isEnabled?: boolean } = {}) {
  return useQuery({
    queryKey: answerKey(path, search),
    queryFn: ({ signal }) => apiGet<Answer>(path, search, signal),
    enabled: options.isEnabled ?? true,
  });
}
