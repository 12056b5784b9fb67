import type { EmergencyFacts, Instant } from '../gate/facts.ts';
import { conflicting, forbidden, type Refusal } from '../identity/refusal.ts';
import type { Standing } from '../identity/standing.ts';
import type { ApiPlace } from '../ownership/capacities.ts';
import { overApi } from '../ownership/rights.ts';
import { MINUTE } from '../policy/periods.ts';

/** The longest that emergency access stays open. */
export const EMERGENCY_MINUTES = 60;

export const EMERGENCY_STATES = ['open', 'used', 'lapsed', 'reviewed'] as const;
export type EmergencyState = (typeof EMERGENCY_STATES)[number];

type Stored = Pick<EmergencyFacts, 'openedAt' | 'expiresAt' | 'usedAt' | 'reviewedAt'>;

/** When access opened now ends. */
export const emergencyEnd = (openedAt: Instant): Instant => openedAt + EMERGENCY_MINUTES * MINUTE;

/** When it really ends: a stored end beyond the longest time is cut off. */
export const endOf = ({ openedAt, expiresAt }: Stored): Instant =>
  Math.min(expiresAt, emergencyEnd(openedAt));

/** The state as of now. A review ends it, also before it was used. */
export function emergencyState(emergency: Stored, now: Instant): EmergencyState {
  if (emergency.reviewedAt !== null) return 'reviewed';
  if (emergency.usedAt !== null) return 'used';
  return emergency.openedAt <= now && now < endOf(emergency) ? 'open' : 'lapsed';
}

/**
 * Whether the actor may open emergency access: a manager or approver of the owning team itself, or an administrator.
 * `emergency.unreviewed` while an earlier one is not reviewed.
 *
 * @param unreviewed emergencies of the owning team that nobody has reviewed; of the API itself while it has no team
 */
export function mayOpenEmergency(standing: Standing, api: ApiPlace, unreviewed: number): Refusal | null {
  const refusal = overApi('open-emergency', standing, api);
  if (refusal) return refusal;
  if (unreviewed === 0) return null;
  return conflicting(
    'emergency.unreviewed',
    'An earlier emergency access of this team must be reviewed first.',
  );
}

/**
 * Whether the actor may review it: anybody but the opener (`emergency.opener`) among security, administrators, managers
 * and approvers of the owning team, and managers above it. `emergency.reviewed` when that was done already.
 */
export function mayReviewEmergency(
  standing: Standing,
  api: ApiPlace,
  emergency: { openedBy: string; reviewedAt: Instant | null },
): Refusal | null {
  if (standing.name === emergency.openedBy) {
    return forbidden('You opened this emergency access; somebody else must review it.', 'emergency.opener');
  }
  const refusal = overApi('review-emergency', standing, api);
  if (refusal) return refusal;
  if (emergency.reviewedAt === null) return null;
  return conflicting('emergency.reviewed', 'This emergency access was reviewed already.');
}
