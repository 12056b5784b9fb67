import type { ApprovalRole, Lifecycle, Outcome, ReviewState, Tier } from '#lib/domain/words.ts';

/** What the gate says. */
export const OUTCOME_WORDS = {
  allowed: 'May ship',
  prevented: 'Blocked',
  awaiting: 'Awaiting people',
  invalid: 'Unknown',
} as const satisfies Record<Outcome, string>;

/** Tiers, criticalities and levels of risk: the same four steps. */
export const LEVEL_WORDS = {
  low: 'Low',
  medium: 'Medium',
  high: 'High',
  critical: 'Critical',
} as const satisfies Record<Tier, string>;

/** Parts of an API's life. */
export const LIFECYCLE_WORDS = {
  design: 'Design',
  development: 'Development',
  production: 'Production',
  deprecated: 'Deprecated',
  retired: 'Retired',
} as const satisfies Record<Lifecycle, string>;

export const REVIEW_STATE_WORDS = {
  draft: 'Draft',
  open: 'Open',
  'changes-requested': 'Changes requested',
  approved: 'Approved',
  rejected: 'Rejected',
  withdrawn: 'Withdrawn',
} as const satisfies Record<ReviewState, string>;

/** For whom somebody signs. */
export const APPROVAL_ROLE_WORDS = {
  owner: 'Owner',
  security: 'Security',
} as const satisfies Record<ApprovalRole, string>;
