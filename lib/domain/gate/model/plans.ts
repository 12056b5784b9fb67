import fc from 'fast-check';
import { TEAM_ROLES } from '../../words.ts';
import { ENVIRONMENTS, FAULTY, ITEMS, NAMES, TARGETS, TEAMS } from './history.ts';
import type { Attempt, Environment, Kind, Name } from './history.ts';

/** One thing that is tried: what, and with which of the things that exist by then, told as numbers. */
export interface Plan {
  kind: Kind;
  /** Who tries first; `able` goes on to the next person until somebody may. */
  first: number;
  able: boolean;
  /** Choices of the kind: a team, a review, an answer, … */
  a: number;
  b: number;
  c: number;
  /** Time that passes before, in milliseconds. */
  after: number;
}

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

const WEIGHTS = {
  join: 4,
  activate: 1,
  offer: 3,
  accept: 2,
  decline: 4,
  confirm: 2,
  classify: 2,
  retire: 1,
  freeze: 1,
  checklist: 1,
  upload: 3,
  request: 4,
  answer: 4,
  submit: 4,
  approve: 8,
  'request-changes': 5,
  reject: 3,
  withdraw: 1,
  revoke: 1,
  propose: 5,
  grant: 7,
  drop: 4,
  emergency: 3,
  inspect: 4,
  record: 2,
} satisfies Record<Kind, number>;

export const KINDS = Object.keys(WEIGHTS) as Kind[];

const anyKind = fc.oneof(
  ...Object.entries(WEIGHTS).map(([kind, weight]) => ({ weight, arbitrary: fc.constant(kind as Kind) })),
);
const pauses = fc.oneof(
  { weight: 12, arbitrary: fc.constant(1) },
  { weight: 2, arbitrary: fc.constant(20 * MINUTE) },
  { weight: 2, arbitrary: fc.constant(40 * DAY) },
  { weight: 1, arbitrary: fc.constant(100 * DAY) },
);
const choice = fc.nat(11);
const plan: fc.Arbitrary<Plan> = fc.record({
  kind: anyKind,
  first: choice,
  able: fc.boolean(),
  a: choice,
  b: choice,
  c: choice,
  after: pauses,
});

/** What leads to a signed review, from nothing and from an owned API; broken off anywhere, it leaves one on its way. */
const RENEWAL: Kind[] = ['request', 'answer', 'answer', 'submit', 'approve', 'approve'];
const OWNED: Kind[] = ['offer', 'accept', 'classify', 'upload', ...RENEWAL];
const ONLY_OFFERED: Kind[] = ['offer', 'classify', 'upload', ...RENEWAL];
const UNOWNED: Kind[] = ['classify', 'upload', ...RENEWAL];

const wayAlong = (kinds: Kind[]): fc.Arbitrary<Plan[]> =>
  fc
    .record({
      first: choice,
      a: choice,
      b: choice,
      c: choice,
      steps: fc.integer({ min: 3, max: kinds.length }),
    })
    .map(({ first, a, b, c, steps }) =>
      kinds.slice(0, steps).map((kind, place): Plan => {
        const chosen = { offer: 1 + (a % 3), classify: a, upload: a }[kind as string] ?? 0;
        return { kind, first, able: true, a: chosen, b: kind === 'answer' ? place : b, c, after: 1 };
      }),
    );

const segment: fc.Arbitrary<Plan[]> = fc.oneof(
  { weight: 6, arbitrary: plan.map((one) => [one]) },
  { weight: 1, arbitrary: wayAlong(RENEWAL) },
);

const start: fc.Arbitrary<Plan[]> = fc.oneof(
  { weight: 12, arbitrary: wayAlong(OWNED) },
  { weight: 1, arbitrary: wayAlong(ONLY_OFFERED) },
  { weight: 1, arbitrary: wayAlong(UNOWNED) },
  { weight: 1, arbitrary: fc.constant<Plan[]>([]) },
);

/** A history: mostly a way from nothing first, then anything. */
export const plans: fc.Arbitrary<Plan[]> = fc
  .tuple(start, fc.array(segment, { minLength: 4, maxLength: 12 }))
  .map(([first, then]) => [...first, ...then.flat()]);

const pick = <T>(items: readonly T[], index: number): T | undefined => items[index % items.length];

/** What exists by now, newest first, so that low choices are about what happened last. */
export interface Existing {
  reviews: string[];
  exceptions: string[];
  emergencies: string[];
}

/** The attempt of a plan by one person, or null when it needs something that does not exist yet. */
export function attemptOf({ kind, a, b, c }: Plan, by: Name, at: number, existing: Existing): Attempt | null {
  const who = { at, by };
  const environment: Environment = pick(ENVIRONMENTS, b) ?? 'production';
  const review = pick(existing.reviews, a > 7 ? a : 0);
  const exception = pick(existing.exceptions, a);
  const emergency = pick(existing.emergencies, a);
  const on = a % 2 === 0;
  switch (kind) {
    case 'join': {
      const role = c % 4 === 0 ? null : (pick(TEAM_ROLES, c) ?? null);
      return { ...who, kind, team: pick(TEAMS, a) ?? 'retail', person: pick(NAMES, b) ?? 'ann', role };
    }
    case 'activate':
      return { ...who, kind, person: pick(NAMES, b) ?? 'ann', on };
    case 'offer':
      return { ...who, kind, team: pick(TEAMS, a) ?? 'retail' };
    case 'classify':
      return { ...who, kind, high: on };
    case 'retire':
    case 'freeze':
      return { ...who, kind, on: a % 3 === 0 };
    case 'upload':
      return { ...who, kind, material: a < 2 ? FAULTY : (pick(['m0', 'm1'] as const, a) ?? 'm0') };
    case 'request':
      return { ...who, kind, review: `review-${existing.reviews.length + 1}`, environment };
    case 'answer':
      return review
        ? { ...who, kind, review, item: pick(ITEMS, b) ?? 'auth', value: c % 5 === 0 ? 'no' : 'yes' }
        : null;
    case 'submit':
    case 'approve':
    case 'request-changes':
    case 'reject':
    case 'withdraw':
    case 'revoke':
      return review ? { ...who, kind, review } : null;
    case 'propose': {
      const days = pick([30, 60, 61, 180, 181], c) ?? 30;
      return {
        ...who,
        kind,
        exception: `exception-${existing.exceptions.length + 1}`,
        target: pick(TARGETS, a) ?? 'auth',
        days,
      };
    }
    case 'grant':
    case 'drop':
      return exception ? { ...who, kind, exception } : null;
    case 'emergency':
      return { ...who, kind, emergency: `emergency-${existing.emergencies.length + 1}`, environment };
    case 'inspect':
      return emergency ? { ...who, kind, emergency } : null;
    case 'record':
      return { ...who, kind, environment };
    default:
      return { ...who, kind };
  }
}
