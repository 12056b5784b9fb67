import type { Settler } from './types.ts';

/**
 * Which scanner rules speak about which item. A finding of a rule in `proof` answers `no`. A finding of a rule in `doubt`
 * leaves the item to a person. Only where there are proofs does their absence say anything: an item without them is
 * never settled by what the scanner did not find.
 */
export const SETTLING_RULES = {
  'authentication-declared': {
    proof: ['api2-sensitive-write-open', 'api2-sensitive-read-open', 'api2-write-open'],
    doubt: [],
  },
  'credentials-out-of-addresses': {
    proof: [
      'api2-credential-in-query',
      'api2-credential-in-path',
      'api2-api-key-in-url',
      'api2-api-key-in-url-2',
    ],
    doubt: ['api2-credential-word-in-address'],
  },
  'current-authentication-schemes': { proof: ['api2-http-basic', 'api2-http-basic-2'], doubt: [] },
  'rate-limits-declared': { proof: [], doubt: [] },
  'lists-bounded': { proof: [], doubt: [] },
  'encrypted-servers': { proof: [], doubt: [] },
  'errors-declared': { proof: [], doubt: [] },
  'versions-declared': { proof: [], doubt: [] },
} as const satisfies Record<Settler, { proof: readonly string[]; doubt: readonly string[] }>;
