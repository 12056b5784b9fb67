import type { Settler } from './types.ts';

/** Which scanner rules speak about which item: a finding of one of them is the proof of a `no`. */
export const SETTLING_RULES = {
  'authentication-declared': ['write-without-authentication'],
  'credentials-out-of-addresses': ['credentials-in-address'],
  'current-authentication-schemes': ['basic-authentication'],
  'rate-limits-declared': [],
  'lists-bounded': [],
  'encrypted-servers': [],
  'errors-declared': [],
  'versions-declared': [],
} as const satisfies Record<Settler, readonly string[]>;
