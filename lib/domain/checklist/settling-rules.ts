import type { Settler } from './types.ts';

/**
 * Which findings speak about which item, by the `rule` that a finding carries (a rule of its own, or the cause it is
 * shown under). One in `proof` answers `no`, one in `doubt` leaves the item to a person. Only where there are proofs
 * does their absence say anything: an item without them is never settled by what the scanner did not find.
 */
export const SETTLING_RULES = {
  'authentication-declared': {
    proof: [
      'api2-sensitive-write-open',
      'api2-sensitive-read-open',
      'api2-write-open',
      'api2-write-open-beside-secured',
      'api2-optional-write',
    ],
    doubt: ['api2-question-open'],
  },
  'credentials-out-of-addresses': {
    proof: [
      'api2-credential-in-query',
      'api2-credential-in-path',
      'api2-api-key-in-url',
      'api2-api-key-in-url-2',
      'api2-implicit-flow',
    ],
    doubt: [],
  },
  'current-authentication-schemes': {
    proof: [
      'api2-http-basic',
      'api2-http-basic-2',
      'api2-outdated-scheme',
      'api2-password-flow',
      'api2-implicit-flow',
    ],
    doubt: [],
  },
  'rate-limits-declared': { proof: [], doubt: ['api4-no-limits'] },
  'encrypted-servers': { proof: [], doubt: [] },
  'errors-declared': { proof: [], doubt: ['api8-description-gaps'] },
  'versions-declared': {
    proof: ['api9-no-version', 'api9-deprecated-without-sunset'],
    doubt: ['api9-several-versions'],
  },
} as const satisfies Record<Settler, { proof: readonly string[]; doubt: readonly string[] }>;
