import type { GatePolicy } from '../gate/facts.ts';

/** What a fresh database starts with. A newer version of the policy replaces it as a whole. */
export const DEFAULT_POLICY: GatePolicy = {
  version: 1,
  attestationDays: 180,
  tiers: {
    low: {
      signOffs: ['owner'],
      signOffDays: 365,
      blockingSeverities: ['critical'],
      exceptionMaxDays: 180,
      findingDueDays: { critical: 14, high: 60, medium: 180, low: null },
    },
    medium: {
      signOffs: ['owner'],
      signOffDays: 180,
      blockingSeverities: ['critical', 'high'],
      exceptionMaxDays: 90,
      findingDueDays: { critical: 7, high: 30, medium: 90, low: 180 },
    },
    high: {
      signOffs: ['owner', 'security'],
      signOffDays: 90,
      blockingSeverities: ['critical', 'high'],
      exceptionMaxDays: 60,
      findingDueDays: { critical: 7, high: 30, medium: 60, low: 180 },
    },
    critical: {
      signOffs: ['owner', 'security'],
      signOffDays: 60,
      blockingSeverities: ['critical', 'high', 'medium'],
      exceptionMaxDays: 30,
      findingDueDays: { critical: 3, high: 14, medium: 30, low: 90 },
    },
  },
};
