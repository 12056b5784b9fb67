import { daysUntil } from '#lib/client/format-time.ts';
import type { SignOffState } from '#lib/domain/words.ts';

const days = (count: number) => `${count} day${count === 1 ? '' : 's'}`;

/** The state of a sign-off in a few words: `62 days left`, `Expired 3 days ago`, `No sign-off`. Times in milliseconds. */
export function signOffWords(state: SignOffState, validUntil: number | null, now: number): string {
  if (state === 'missing') return 'No sign-off';
  if (state === 'void') return 'No longer counts';
  if (validUntil === null) return state === 'expired' ? 'Expired' : 'Signed off';
  const left = daysUntil(validUntil, now);
  if (state === 'expired') return left === 0 ? 'Expired today' : `Expired ${days(-left)} ago`;
  return `${days(left)} left`;
}
