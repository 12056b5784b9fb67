import type { UnownedKind } from '#lib/domain/ownership/dto.ts';
import type { IconName } from '../ui/icon-names.ts';

/** The kinds of gap, each with what would mend it. */
export const UNOWNED_WORDS = {
  'no-team': { label: 'No team', icon: 'user-x', mend: 'Offer it to the team that runs it.' },
  offered: {
    label: 'Offered, not accepted',
    icon: 'state-awaiting',
    mend: 'A manager of the team accepts or declines.',
  },
  'nobody-eligible': {
    label: 'Nobody can approve',
    icon: 'ban',
    mend: 'Its team and those above have no manager and no approver: appoint one, or hand it over.',
  },
  stale: {
    label: 'Not confirmed lately',
    icon: 'hourglass',
    mend: 'A manager confirms that the team still answers for it.',
  },
} as const satisfies Record<UnownedKind, { label: string; icon: IconName; mend: string }>;
