import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { LIFECYCLES, SIGN_OFF_STATES, TIERS } from '#lib/domain/words.ts';
import type { Outcome, OwnershipState, RiskLevel, SignOffState, Tier } from '#lib/domain/words.ts';
import { withScope } from './risk-scope.ts';
import type { RiskScope } from './risk-scope.ts';

/** APIs that look alike, counted once: the whole page but its lists of the worst follows from them. */
export interface RiskKind {
  tier: Tier;
  level: RiskLevel;
  ownership: OwnershipState;
  outcome: Outcome;
  signOff: SignOffState;
  /** Tens of the score, the last one with 100 in it. */
  bin: number;
  /** Nobody up to the root can sign for it; not kept in the history. */
  isStuck: boolean;
  count: number;
  /** Open critical and high findings of them all. */
  severe: number;
}

export type RiskPicture = Pick<RiskDto, 'distribution' | 'matrix' | 'ownershipGaps' | 'signOffs'> & {
  figures: Omit<RiskFigure, 'before'>[];
};

export const FIGURE_KEYS = [
  'apis',
  'critical-risk',
  'unowned',
  'without-sign-off',
  'blocked',
  'blocking-findings',
] as const satisfies readonly RiskFigure['key'][];

/** Retired APIs count in no figure, and so they are in no list that a figure opens. */
const RUNNING = LIFECYCLES.filter((lifecycle) => lifecycle !== 'retired')
  .map((lifecycle) => `lifecycle=${lifecycle}`)
  .join('&');

const FIGURES: Record<RiskFigure['key'], { label: string; list: string; of: (kind: RiskKind) => number }> = {
  apis: { label: 'APIs', list: `/apis?${RUNNING}`, of: ({ count }) => count },
  'critical-risk': {
    label: 'At critical risk',
    list: `/apis?riskLevel=critical&${RUNNING}`,
    of: ({ level, count }) => (level === 'critical' ? count : 0),
  },
  unowned: {
    label: 'Unowned',
    list: `/apis?ownership=unowned&ownership=offered&${RUNNING}`,
    of: ({ ownership, count }) => (ownership === 'unowned' || ownership === 'offered' ? count : 0),
  },
  'without-sign-off': {
    label: 'Without a sign-off that counts',
    list: `/apis?environment=production&signOff=missing&signOff=expired&signOff=void&${RUNNING}`,
    of: ({ signOff, count }) => (signOff === 'valid' || signOff === 'expiring' ? 0 : count),
  },
  blocked: {
    label: 'Blocked from production',
    list: `/apis?gate=prevented&gate=awaiting&${RUNNING}`,
    of: ({ outcome, count }) => (outcome === 'allowed' ? 0 : count),
  },
  'blocking-findings': {
    label: 'Open critical and high findings',
    list: `/findings?severity=critical&severity=high&state=open&state=acknowledged&${RUNNING}`,
    of: ({ severe }) => severe,
  },
};

export const OUTCOMES_SHOWN = ['allowed', 'awaiting', 'prevented'] as const satisfies readonly Outcome[];
const BINS = 10;

export function pictureOf(kinds: readonly RiskKind[], scope: RiskScope): RiskPicture {
  const count = (fits: (kind: RiskKind) => boolean) =>
    kinds.reduce((sum, kind) => sum + (fits(kind) ? kind.count : 0), 0);
  return {
    figures: FIGURE_KEYS.map((key) => {
      const { label, list, of } = FIGURES[key];
      const value = kinds.reduce((sum, kind) => sum + of(kind), 0);
      return { key, label, value, href: withScope(list, scope) };
    }),
    distribution: Array.from({ length: BINS }, (_, bin) => ({
      from: bin * 10,
      to: bin === BINS - 1 ? 100 : bin * 10 + 9,
      count: count((kind) => kind.bin === bin),
    })),
    matrix: TIERS.flatMap((tier) =>
      OUTCOMES_SHOWN.map((outcome) => ({
        tier,
        outcome,
        count: count((kind) => kind.tier === tier && kind.outcome === outcome),
      })),
    ),
    ownershipGaps: [
      ...(['unowned', 'offered', 'stale'] as const).map((state) => ({
        state,
        count: count((kind) => kind.ownership === state),
        href: withScope(`/apis?ownership=${state}&${RUNNING}`, scope),
      })),
      {
        state: 'nobody-eligible' as const,
        count: count((kind) => kind.isStuck),
        href: '/teams?tab=unowned&kind=nobody-eligible',
      },
    ],
    signOffs: SIGN_OFF_STATES.map((state) => ({
      state,
      count: count((kind) => kind.signOff === state),
      href: withScope(`/apis?environment=production&signOff=${state}&${RUNNING}`, scope),
    })),
  };
}
