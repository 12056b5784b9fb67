import { DEFAULT_POLICY } from '#lib/domain/policy/default-policy.ts';
import type { PolicyDto } from '#lib/domain/policy/dto.ts';
import { tierMeaning } from '#lib/domain/policy/tier-meaning.ts';
import {
  CRITICALITY_POINTS,
  DATA_CLASS_POINTS,
  EXPOSURE_POINTS,
  tierOf,
  tierPoints,
} from '#lib/domain/risk/tier.ts';
import type { Tier } from '#lib/domain/words.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import { API_WORDS } from '../api-words.ts';
import { TierBadge } from '../../ui/tier-badge.tsx';
import type { ApiFormValues } from './api-form-values.ts';

type Chosen = Pick<ApiFormValues, 'exposure' | 'dataClass' | 'criticality'>;

/** The tier of what is chosen so far; null until all three are. */
export function chosenTier({ exposure, dataClass, criticality }: Chosen): Tier | null {
  return exposure && dataClass && criticality ? tierOf({ exposure, dataClass, criticality }) : null;
}

/** What follows from the three choices: the sum, the tier, and what the policy in force asks of it. */
export function TierStrip({ chosen, before }: { chosen: Chosen; before: Tier | null }) {
  const policy = useAnswer<PolicyDto>('/policies/gate').data ?? DEFAULT_POLICY;
  const tier = chosenTier(chosen);
  return (
    <div role="status" className="rounded-md border border-line bg-sunken p-3 text-13">
      {tier === null ? (
        <p className="text-muted">
          The three answers together give the tier: what must happen before it ships.
        </p>
      ) : (
        <>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <TierBadge tier={tier} />
            <span className="text-muted">{arithmetic(chosen)}</span>
          </div>
          {before !== null && before !== tier && (
            <p className="mt-2 font-medium">
              It is {API_WORDS[before]?.toLowerCase()} now; saving changes what the gate asks of it at once.
            </p>
          )}
          <p className="mt-1.5">{tierMeaning(policy.tiers[tier]).join(' ')}</p>
        </>
      )}
    </div>
  );
}

function arithmetic({ exposure, dataClass, criticality }: Chosen): string {
  if (!exposure || !dataClass || !criticality) return '';
  const sum = tierPoints({ exposure, dataClass, criticality });
  return `exposure ${EXPOSURE_POINTS[exposure]} + data ${DATA_CLASS_POINTS[dataClass]} + criticality ${CRITICALITY_POINTS[criticality]} = ${sum} of 7 points`;
}
