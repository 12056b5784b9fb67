import type { ApiAnswer } from './api-client.ts';

/** How often each status was answered: `{ 200: 1, 409: 15 }`. */
export function countStatuses(answers: readonly Pick<ApiAnswer, 'status'>[]): Record<number, number> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}
