import type { ExceptionFacts, Instant, TierPolicy } from '../gate/facts.ts';
import { conflicting, forbidden, type Refusal } from '../identity/refusal.ts';
import type { Standing } from '../identity/standing.ts';
import type { ApiPlace } from '../ownership/capacities.ts';
import { overApi } from '../ownership/rights.ts';
import { DAY } from '../policy/periods.ts';
import type { ExceptionState } from '../words.ts';

export const EXCEPTION_ACTIONS = ['approve', 'reject', 'revoke'] as const;
export type ExceptionAction = (typeof EXCEPTION_ACTIONS)[number];

/** Every state × action: the state that follows, or null where the action is refused. */
export const EXCEPTION_TRANSITIONS = {
  proposed: { approve: 'active', reject: 'rejected', revoke: 'revoked' },
  active: { approve: null, reject: null, revoke: 'revoked' },
  expired: { approve: null, reject: null, revoke: null },
  rejected: { approve: null, reject: null, revoke: null },
  revoked: { approve: null, reject: null, revoke: null },
} as const satisfies Record<ExceptionState, Record<ExceptionAction, ExceptionState | null>>;

/** What is stored of an exception: the last human step, and the end. */
export interface ExceptionRecord {
  step: 'proposed' | 'approved' | 'rejected' | 'revoked';
  proposedBy: string;
  expiresAt: Instant;
}

/** The state as of now: time ends a proposal and an active exception alike, at the very instant `expiresAt`. */
export function exceptionState(
  { step, expiresAt }: Pick<ExceptionRecord, 'step' | 'expiresAt'>,
  now: Instant,
): ExceptionState {
  if (step === 'rejected' || step === 'revoked') return step;
  if (!(now < expiresAt)) return 'expired';
  return step === 'approved' ? 'active' : 'proposed';
}

/** Whether an exception covers its target at this moment. A revoked one never does, whenever that was. */
export function isCovering({ approvedAt, revokedAt, expiresAt }: ExceptionFacts, now: Instant): boolean {
  return approvedAt !== null && approvedAt <= now && revokedAt === null && now < expiresAt;
}

/** Members of the owning team, managers above it, and security. */
export function mayPropose(standing: Standing, api: ApiPlace): Refusal | null {
  return overApi('propose-exception', standing, api);
}

/** What is wrong with a proposed end, as a sentence; null when it lies ahead and within the longest that the tier allows. */
export function endFault(expiresAt: Instant, now: Instant, { exceptionMaxDays }: TierPolicy): string | null {
  if (!(now < expiresAt)) return 'The end of an exception must lie ahead.';
  if (expiresAt <= now + exceptionMaxDays * DAY) return null;
  return `An exception for an API of this tier ends after ${exceptionMaxDays} days at most.`;
}

/**
 * Whether the actor may take the step now. Security decides, and never about what they proposed themselves
 * (`exception.proposer`); the proposer may give their own up. `exception.state` where the state does not allow the step.
 */
export function mayDecideException(
  action: ExceptionAction,
  facts: { actor: Standing; place: ApiPlace; exception: ExceptionRecord; now: Instant },
): Refusal | null {
  const { actor, place, exception, now } = facts;
  const isProposer = actor.name === exception.proposedBy;
  const givesUpOwn = action === 'revoke' && isProposer;
  const refusal = givesUpOwn ? overApi('comment', actor, place) : overApi('decide-exception', actor, place);
  if (refusal) return refusal;
  if (isProposer && !givesUpOwn) {
    return forbidden(
      'You proposed this exception; somebody else from security must decide.',
      'exception.proposer',
    );
  }
  const state = exceptionState(exception, now);
  if (EXCEPTION_TRANSITIONS[state][action] !== null) return null;
  return conflicting('exception.state', `This exception is ${state}.`);
}
