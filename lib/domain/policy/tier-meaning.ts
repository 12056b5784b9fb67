import type { TierPolicy } from '../gate/facts.ts';
import { counted, joined } from '../gate/sentences.ts';
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
    `A sign-off counts for ${counted(signOffDays, 'day')}.`,
    blocking.length > 0 ? `${capital(joined(blocking, 'and'))} findings block it.` : 'No finding blocks it.',
    `An accepted risk ends after ${counted(exceptionMaxDays, 'day')} at the latest.`,
  ];
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
