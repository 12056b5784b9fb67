import { conflicting, type Refusal } from '../identity/refusal.ts';
import type { Standing } from '../identity/standing.ts';
import type { ApiPlace } from '../ownership/capacities.ts';
import { mayRevokeSignOff } from '../ownership/rights.ts';

/**
 * Whether the actor may revoke the sign-offs of a review: security and managers, whatever has become of the review
 * since. `signoff.none` while none stands.
 *
 * @param standing how many sign-offs were given on the review and not revoked
 */
export function mayRevoke(actor: Standing, api: ApiPlace, standing: number): Refusal | null {
  const refusal = mayRevokeSignOff(actor, api);
  if (refusal || standing > 0) return refusal;
  return conflicting('signoff.none', 'No sign-off stands on this review.');
}
