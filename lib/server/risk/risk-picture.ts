import { BLOCKED } from '#lib/domain/apis/running.ts';
import type { RiskDto, RiskFigure } from '#lib/domain/risk/dto.ts';
import { SIGN_OFF_STATES, TIERS } from '#lib/domain/words.ts';
import type { Outcome, OwnershipState, RiskLevel, SignOffState, Tier } from '#lib/domain/words.ts';
import type { FigureList, OpenList } from './open-list.ts';

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

const UNOWNED = ['unowned', 'offered'] as const satisfies readonly OwnershipState[];
const NOT_SIGNED = ['missing', 'expired', 'void'] as const satisfies readonly SignOffState[];
const isOneOf = <Word extends string>(words: readonly Word[], word: string) =>
  words.some((one) => one === word);

type ApiFilters = Extract<FigureList, { list: 'apis' }>['filters'];
const apis = (filters: ApiFilters): FigureList => ({ list: 'apis', filters });
export const inProduction = (filters: ApiFilters): FigureList =>
  apis({ environment: 'production', ...filters });

const FIGURES: Record<
  RiskFigure['key'],
  { label: string; list: FigureList; of: (kind: RiskKind) => number }
> = {
  apis: { label: 'APIs', list: apis({}), of: ({ count }) => count },
  'critical-risk': {
    label: 'At critical risk',
    list: apis({ riskLevel: 'critical' }),
    of: ({ level, count }) => (level === 'critical' ? count : 0),
  },
  unowned: {
    label: 'Unowned',
    list: apis({ ownership: UNOWNED }),
    of: ({ ownership, count }) => (isOneOf(UNOWNED, ownership) ? count : 0),
  },
  'without-sign-off': {
    label: 'Without a sign-off that counts',
    list: inProduction({ signOff: NOT_SIGNED }),
    of: ({ signOff, count }) => (isOneOf(NOT_SIGNED, signOff) ? count : 0),
  },
  blocked: {
    label: 'Blocked from production',
    list: apis({ gate: BLOCKED }),
    of: ({ outcome, count }) => (isOneOf(BLOCKED, outcome) ? count : 0),
  },
  'blocking-findings': {
    label: 'Open critical and high findings',
    list: {
      list: 'findings',
      filters: { severity: ['critical', 'high'], state: ['open', 'acknowledged'] },
    },
    of: ({ severe }) => severe,
  },
};

const OUTCOMES_SHOWN = ['allowed', 'awaiting', 'prevented'] as const satisfies readonly Outcome[];
const BINS = 10;

export function pictureOf(kinds: readonly RiskKind[], open: OpenList): RiskPicture {
  const count = (fits: (kind: RiskKind) => boolean) =>
    kinds.reduce((sum, kind) => sum + (fits(kind) ? kind.count : 0), 0);
  return {
    figures: FIGURE_KEYS.map((key) => {
      const { label, list, of } = FIGURES[key];
      const value = kinds.reduce((sum, kind) => sum + of(kind), 0);
      return { key, label, value, href: open(list) };
    }),
    distribution: Array.from({ length: BINS }, (_, bin) => {
      const from = bin * 10;
      const to = bin === BINS - 1 ? 100 : from + 9;
      return {
        from,
        to,
        count: count((kind) => kind.bin === bin),
        href: open(apis({ riskMin: from, riskMax: to })),
      };
    }),
    matrix: TIERS.flatMap((tier) =>
      OUTCOMES_SHOWN.map((outcome) => ({
        tier,
        outcome,
        count: count((kind) => kind.tier === tier && kind.outcome === outcome),
        href: open(apis({ tier, gate: outcome })),
      })),
    ),
    ownershipGaps: [
      ...(['unowned', 'offered', 'stale'] as const).map((state) => ({
        state,
        count: count((kind) => kind.ownership === state),
        href: open(apis({ ownership: state })),
      })),
      {
        state: 'nobody-eligible' as const,
        count: count((kind) => kind.isStuck),
        href: open({ list: 'unowned', filters: { kind: 'nobody-eligible' } }),
      },
    ],
    signOffs: SIGN_OFF_STATES.map((state) => ({
      state,
      count: count((kind) => kind.signOff === state),
      href: open(inProduction({ signOff: state })),
    })),
  };
}
