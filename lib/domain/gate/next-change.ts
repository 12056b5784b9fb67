import { endOf } from '../emergencies/rules.ts';
import { attestationEndsAt } from '../ownership/attestation.ts';
import { DAY } from '../policy/periods.ts';
import { EXPIRING_DAYS } from '../review/sign-off-state.ts';
import type { GateFacts, Instant } from './facts.ts';

/** Ages count in a risk by the day; a stored answer is never older than this, in milliseconds. */
const AT_MOST = 7 * DAY;

/**
 * The first instant after `now` at which time alone may change what is said about an API, always within a week: never
 * too late, now and then too early. A stored answer is good until then, as long as no fact changes.
 */
export function nextChange({ now, api, policy }: GateFacts): Instant {
  const instants: (Instant | null)[] = [now + AT_MOST];
  if (api) {
    instants.push(attestationEndsAt(api.owner, policy));
    for (const { at, expiresAt } of api.signOffs)
      instants.push(at, expiresAt, expiresAt - EXPIRING_DAYS * DAY);
    for (const { approvedAt, expiresAt } of api.exceptions) instants.push(approvedAt, expiresAt);
    for (const emergency of api.emergencies) instants.push(emergency.openedAt, endOf(emergency));
  }
  return Math.min(...instants.filter((instant): instant is Instant => instant !== null && instant > now));
}
