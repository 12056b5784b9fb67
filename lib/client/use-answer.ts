'use client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerKey } from './answer-key.ts';
import { apiGet } from './api.ts';

interface AnswerOptions {
  isEnabled?: boolean;
  /** While another answer is on its way the one before stays, so that nothing jumps. */
  keepsLast?: boolean;
}

/** One object of the interface. */
export function useAnswer<Answer>(
  path: string,
  search = '',
  { isEnabled = true, keepsLast = false }: AnswerOptions = {},
) {
  return useQuery({
    queryKey: answerKey(path, search),
    queryFn: ({ signal }) => apiGet<Answer>(path, search, signal),
    enabled: isEnabled,
    ...(keepsLast ? { placeholderData: keepPreviousData } : {}),
  });
}
