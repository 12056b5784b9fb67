'use client';
import type { Page } from '#lib/domain/page.ts';
import { useAnswer } from './use-answer.ts';

/** The first rows of a list, for a panel that links to the whole. */
export function useFirstPage<Row>(path: string, search: string) {
  return useAnswer<Page<Row>>(path, search);
}
