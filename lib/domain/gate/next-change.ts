import { DAY } from '../policy/periods.ts';
import { EXPIRING_DAYS } from '../review/sign-off-state.ts';
import type { GateFacts, Instant } from './facts.ts';

/** Ages count in a risk by the day; a stored answer is never older than this, in milliseconds. */
const AT_MOST = 7 * DAY;

/** The first instant at which time alone may change what is said about an API, always within a week. */
export function nextChange({ now, api, policy }: GateFacts): Instant {
  const instants: (Instant | null)[] = [now + AT_MOST];
  if (api) {
    const { owner } = api;
    if (owner.confirmedAt !== null) instants.push(owner.confirmedAt + policy.attestationDays * DAY);
    for (const { expiresAt } of api.signOffs) instants.push(expiresAt, expiresAt - EXPIRING_DAYS * DAY);
    for (const { expiresAt } of api.exceptions) instants.push(expiresAt);
    for (const { expiresAt } of api.emergencies) instants.push(expiresAt);
  }
  return Math.min(...instants.filter((instant): instant is Instant => instant !== null && instant > now));
}
