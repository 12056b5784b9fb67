import type { OrganisationRole, TeamRole } from '../../words.ts';

/** The stage on which the generated histories play: no rule is written here, only who and what there is. */
export const PARENT = { company: null, retail: 'company', loans: 'retail', cards: 'company' } as const;
export type Team = keyof typeof PARENT;
export const TEAMS = Object.keys(PARENT) as Team[];

export const ROLE_OF = {
  ann: 'member',
  bob: 'member',
  cat: 'member',
  dan: 'member',
  eve: 'admin',
  sam: 'security',
  sue: 'security',
  otto: 'auditor',
} as const satisfies Record<string, OrganisationRole>;
export type Name = keyof typeof ROLE_OF;
export const NAMES = Object.keys(ROLE_OF) as Name[];

export const FIRST_MEMBERS: [Team, Name, TeamRole][] = [
  ['company', 'ann', 'manager'],
  ['retail', 'bob', 'manager'],
  ['retail', 'sam', 'approver'],
  ['loans', 'cat', 'approver'],
  ['loans', 'dan', 'member'],
  ['cards', 'cat', 'manager'],
  ['cards', 'otto', 'approver'],
];

export const REGISTRANT: Name = 'dan';
export const ENVIRONMENTS = ['staging', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];
export const ITEMS = ['auth', 'limits'] as const;
export const MATERIALS = ['m0', 'm1', 'm2'] as const;
/** The material that comes with a critical finding. */
export const FAULTY = 'm2';
export const FINDING = 'finding';
/** What an exception can be about. */
export const TARGETS = [FINDING, ...ITEMS] as const;

/** Something somebody tries. `at`, in milliseconds, rises strictly along a history. */
export type Attempt = { at: number; by: Name } & (
  | { kind: 'join'; team: Team; person: Name; role: TeamRole | null }
  | { kind: 'activate'; person: Name; on: boolean }
  | { kind: 'offer'; team: Team }
  | { kind: 'accept' }
  | { kind: 'decline' }
  | { kind: 'confirm' }
  | { kind: 'classify'; high: boolean }
  | { kind: 'retire'; on: boolean }
  | { kind: 'freeze'; on: boolean }
  | { kind: 'checklist' }
  | { kind: 'upload'; material: (typeof MATERIALS)[number] }
  | { kind: 'request'; review: string; environment: Environment }
  | { kind: 'answer'; review: string; item: (typeof ITEMS)[number]; value: 'yes' | 'no' }
  | { kind: 'submit'; review: string }
  | { kind: 'approve'; review: string }
  | { kind: 'request-changes'; review: string }
  | { kind: 'reject'; review: string }
  | { kind: 'withdraw'; review: string }
  | { kind: 'revoke'; review: string }
  | { kind: 'propose'; exception: string; target: (typeof TARGETS)[number]; days: number }
  | { kind: 'grant'; exception: string }
  | { kind: 'drop'; exception: string }
  | { kind: 'emergency'; emergency: string; environment: Environment }
  | { kind: 'inspect'; emergency: string }
  | { kind: 'record'; environment: Environment }
);
export type Kind = Attempt['kind'];
export type Of<K extends Kind> = Extract<Attempt, { kind: K }>;

/** An attempt that was let through, with what came of it. */
export type Entry = Attempt & {
  /** In which role an approval signed. */
  signedAs?: 'owner' | 'security';
  /** The team owns it at once: the offer needed nobody else. */
  atOnce?: boolean;
  /** The emergency that a recorded decision used up. */
  used?: string | null;
};
