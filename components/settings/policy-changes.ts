import type { TierPolicy } from '#lib/domain/gate/facts.ts';
import type { PolicyDocument } from '#lib/domain/policy/dto.ts';
import { TIERS } from '#lib/domain/words.ts';
import type { Tier } from '#lib/domain/words.ts';
import { API_WORDS } from '../apis/api-words.ts';

const DUE = ['critical', 'high', 'medium', 'low'] as const;

/** What a version of the policy says otherwise than the one before it, one sentence a change; empty when nothing. */
export function policyChanges(before: PolicyDocument, after: PolicyDocument): string[] {
  return [
    ...changed('Ownership is confirmed every', before.attestationDays, after.attestationDays),
    ...TIERS.flatMap((tier) => tierChanges(tier, before.tiers[tier], after.tiers[tier])),
  ];
}

function tierChanges(tier: Tier, before: TierPolicy, after: TierPolicy): string[] {
  const name = API_WORDS[tier] ?? tier;
  return [
    ...changed(`${name}: signed by`, before.signOffs.join(' and '), after.signOffs.join(' and ')),
    ...changed(`${name}: a sign-off counts for`, before.signOffDays, after.signOffDays),
    ...changed(
      `${name}: blocked by`,
      before.blockingSeverities.join(', '),
      after.blockingSeverities.join(', '),
    ),
    ...changed(`${name}: exceptions last at most`, before.exceptionMaxDays, after.exceptionMaxDays),
    ...DUE.flatMap((severity) =>
      changed(
        `${name}: ${severity} findings due after`,
        before.findingDueDays[severity],
        after.findingDueDays[severity],
      ),
    ),
  ];
}

function changed(what: string, before: string | number | null, after: string | number | null): string[] {
  return before === after ? [] : [`${what} ${said(after)} instead of ${said(before)}`];
}

const said = (value: string | number | null): string =>
  typeof value === 'number' ? `${value} days` : value === null ? 'no limit' : value || 'nothing';
