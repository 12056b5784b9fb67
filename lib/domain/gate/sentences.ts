import { DAY } from '../policy/periods.ts';
import type { Instant, PersonRef } from './facts.ts';

/** Of what a sentence lists; the others are counted. */
export const NAMED = 3;

/** “Anna Berg”, “Anna Berg or Alex Kim”, “Anna Berg, Alex Kim, Ida Moe or 4 others”. Empty for nobody. */
export function oneOf(people: readonly PersonRef[]): string {
  return listed(
    people.map(({ name }) => name),
    'or',
  );
}

/** Items with commas and the word before the last; beyond three the rest is counted. Empty for none. */
export function listed(items: readonly string[], word: 'and' | 'or'): string {
  const rest = items.length - NAMED;
  return joined(rest > 0 ? [...items.slice(0, NAMED), counted(rest, 'other')] : items, word);
}

/** All of them, with commas and the word before the last. Empty for none. */
export function joined(parts: readonly string[], word: 'and' | 'or'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${word} ${last}`;
}

/** “1 finding”, “3 findings”. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** “today”, “1 day ago”, “12 days ago”: whole days of 24 hours, the core knows no calendar. */
export function daysAgo(then: Instant, now: Instant): string {
  const days = Math.floor((now - then) / DAY);
  return days < 1 ? 'today' : `${counted(days, 'day')} ago`;
}

export const emails = (people: readonly PersonRef[]): string[] => [
  ...new Set(people.map(({ email }) => email)),
];
