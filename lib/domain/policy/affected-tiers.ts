import type { TierPolicy } from '../gate/facts.ts';
import { TIERS, type Tier } from '../words.ts';
import type { PolicyDocument } from './dto.ts';

/**
 * Tiers of which a decision taken now could differ under another policy. How long sign-offs and exceptions last is
 * settled when they are given, and when findings are due counts in the risk alone, so those change no decision.
 */
export function affectedTiers(before: PolicyDocument, after: PolicyDocument): Tier[] {
  if (before.attestationDays !== after.attestationDays) return [...TIERS];
  return TIERS.filter((tier) => !asksTheSame(before.tiers[tier], after.tiers[tier]));
}

const asksTheSame = (one: TierPolicy, other: TierPolicy): boolean =>
  isSameSet(one.signOffs, other.signOffs) && isSameSet(one.blockingSeverities, other.blockingSeverities);

const isSameSet = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((word) => other.includes(word)) && other.every((word) => one.includes(word));
