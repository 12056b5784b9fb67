import type { GatePolicy, Instant, OwnerFacts } from '../gate/facts.ts';
import { DAY } from '../policy/periods.ts';
import type { OwnershipState } from '../words.ts';
import { approverSet } from './approver-set.ts';

type Confirmed = Pick<OwnerFacts, 'state' | 'confirmedAt'>;

/** When the ownership must have been confirmed again; null without an accepted owner, or when no confirmation is known. */
export function attestationEndsAt(
  { state, confirmedAt }: Confirmed,
  policy: Pick<GatePolicy, 'attestationDays'>,
): Instant | null {
  if (state !== 'accepted' || confirmedAt === null) return null;
  return confirmedAt + policy.attestationDays * DAY;
}

/** Whether the team's word that it owns the API is recent enough. */
export function isAttested(
  owner: Confirmed,
  policy: Pick<GatePolicy, 'attestationDays'>,
  now: Instant,
): boolean {
  const endsAt = attestationEndsAt(owner, policy);
  return endsAt !== null && now < endsAt;
}

/** The list filter's view: `stale` is owned but not confirmed again within the policy's period. */
export function ownershipState(
  owner: Confirmed,
  policy: Pick<GatePolicy, 'attestationDays'>,
  now: Instant,
): OwnershipState {
  if (owner.state === 'none') return 'unowned';
  if (owner.state === 'offered') return 'offered';
  return isAttested(owner, policy, now) ? 'owned' : 'stale';
}

/** Whether there is an accepted team, and somebody in it or above it who could sign. */
export function hasSomebody({ state, chain }: Pick<OwnerFacts, 'state' | 'chain'>): boolean {
  return state === 'accepted' && approverSet(chain, new Set()) !== null;
}
