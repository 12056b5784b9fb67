import { levelOf } from '#lib/domain/risk/score.ts';
import type { Outcome, RiskLevel, SignOffState, Tier } from '#lib/domain/words.ts';
import { OUTCOMES, SIGN_OFF_STATES, TIERS } from '#lib/domain/words.ts';

export interface SampleRow {
  slug: string;
  name: string;
  application: string;
  team: string | null;
  teamName: string | null;
  isOffered: boolean;
  tier: Tier;
  score: number;
  level: RiskLevel;
  signOff: SignOffState;
  validUntil: string | null;
  outcome: Outcome;
  version: string;
  updatedAt: string;
}

const NAMES = [
  'Payment initiation',
  'Customer profile',
  'Card issuing and tokenisation for partner banks in three regions',
  '订单查询接口',
  'Ledger postings',
  'Łódź branch directory',
  'Fraud signals',
  'Loan origination',
  'Statements',
  'Identity verification',
];
const TEAMS = ['Payments', 'Customer identity', 'Cards', 'Orders', 'Ledger', null, 'Fraud', 'Lending'];
const APPLICATIONS = ['Checkout', 'Customer portal', 'Back office', 'Partner gateway'];
const VALID_DAYS = { valid: 64, expiring: 9, expired: -12, missing: null, void: 20 } satisfies Record<
  SignOffState,
  number | null
>;

const at = <Item>(list: readonly Item[], index: number): Item => list[index % list.length] as Item;

/** Rows that a list would get, with long names, other scripts, and every state. */
export function sampleRows(count: number, now: number): SampleRow[] {
  return Array.from({ length: count }, (_, index) => {
    const teamName = at(TEAMS, index * 3);
    const score = (index * 37 + 91) % 101;
    const signOff = at(SIGN_OFF_STATES, index * 2);
    const days = VALID_DAYS[signOff];
    return {
      slug: `api-${index + 1}`,
      name: at(NAMES, index) + (index >= NAMES.length ? ` ${Math.floor(index / NAMES.length) + 1}` : ''),
      application: at(APPLICATIONS, index),
      team: teamName?.toLowerCase().replaceAll(' ', '-') ?? null,
      teamName,
      isOffered: index % 11 === 4,
      tier: at(TIERS, index * 3 + 3),
      score,
      level: levelOf(score),
      signOff,
      validUntil: days === null ? null : new Date(now + days * 86_400_000).toISOString(),
      outcome: at(OUTCOMES, index + 1),
      version: `${1 + (index % 4)}.${index % 10}.0`,
      updatedAt: new Date(now - index * 31_000_000).toISOString(),
    };
  });
}
