import type { TierPolicy } from '../gate/facts.ts';
import { SEVERITIES } from '../words.ts';
import { requiredRoles } from './required-roles.ts';

/**
 * What a tier asks for, as sentences for people: who signs and for how long, what blocks, how long an exception may last.
 * In this order, each complete by itself.
 */
export function tierMeaning(policy: TierPolicy): string[] {
  const { signOffDays, blockingSeverities, exceptionMaxDays } = policy;
  const blocking = SEVERITIES.filter((severity) => blockingSeverities.includes(severity));
  return [
    requiredRoles(policy).includes('security')
      ? 'Two people sign: one for the owning team and one for security.'
      : 'One person signs for the owning team.',
    `A sign-off counts for ${days(signOffDays)}.`,
    blocking.length > 0 ? `${capital(listed(blocking))} findings block it.` : 'No finding blocks it.',
    `An accepted risk ends after ${days(exceptionMaxDays)} at the latest.`,
  ];
}

const days = (count: number) => (count === 1 ? '1 day' : `${count} days`);
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${last}` : last;
}
