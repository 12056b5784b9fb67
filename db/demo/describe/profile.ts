import type { Quality } from '../catalogue/catalogue-entry.ts';

/** What a description of some quality does and leaves out. */
export interface Profile {
  scheme: 'oauth' | 'bearer' | 'header-key' | 'basic' | 'query-key';
  ids: 'uuid' | 'integer';
  /** Lengths, ranges and formats of values; closed objects. */
  isBounded: boolean;
  /** Requests have a schema of their own, without what the server sets. */
  hasRequestSchemas: boolean;
  paging: 'bounded' | 'unbounded' | 'none';
  errors: readonly string[];
  hasRateLimits: boolean;
  /** Headers of cross-origin answers, access and environment of servers. */
  isComplete: boolean;
  isEncrypted: boolean;
  /** Operations that change something without authentication. */
  hasOpenWrites: boolean;
}

export const PROFILES = {
  exemplary: {
    scheme: 'oauth',
    ids: 'uuid',
    isBounded: true,
    hasRequestSchemas: true,
    paging: 'bounded',
    errors: ['400', '401', '403', '404', '422', '429', '500'],
    hasRateLimits: true,
    isComplete: true,
    isEncrypted: true,
    hasOpenWrites: false,
  },
  solid: {
    scheme: 'bearer',
    ids: 'uuid',
    isBounded: true,
    hasRequestSchemas: true,
    paging: 'bounded',
    errors: ['400', '401', '403', '404', '429', '500'],
    hasRateLimits: true,
    isComplete: false,
    isEncrypted: true,
    hasOpenWrites: false,
  },
  dated: {
    scheme: 'query-key',
    ids: 'uuid',
    isBounded: true,
    hasRequestSchemas: true,
    paging: 'bounded',
    errors: ['400', '401', '403', '404', '429', '500'],
    hasRateLimits: true,
    isComplete: false,
    isEncrypted: true,
    hasOpenWrites: false,
  },
  average: {
    scheme: 'header-key',
    ids: 'uuid',
    isBounded: false,
    hasRequestSchemas: true,
    paging: 'unbounded',
    errors: ['400', '404'],
    hasRateLimits: false,
    isComplete: false,
    isEncrypted: true,
    hasOpenWrites: false,
  },
  careless: {
    scheme: 'query-key',
    ids: 'integer',
    isBounded: false,
    hasRequestSchemas: false,
    paging: 'none',
    errors: [],
    hasRateLimits: false,
    isComplete: false,
    isEncrypted: false,
    hasOpenWrites: true,
  },
} as const satisfies Record<Quality, Profile>;
