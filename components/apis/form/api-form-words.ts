import type { Protection } from '#lib/domain/risk/score-points.ts';
import { API_KINDS, CRITICALITIES, DATA_CLASSES, EXPOSURES, LIFECYCLES } from '#lib/domain/words.ts';
import type { Criticality, DataClass, Exposure, Lifecycle } from '#lib/domain/words.ts';
import { API_WORDS } from '../api-words.ts';

const EXPOSURE_DETAILS = {
  internal: 'Only systems of the organisation reach it.',
  partner: 'Named partners reach it.',
  public: 'Anybody on the internet can reach it.',
} as const satisfies Record<Exposure, string>;

const DATA_DETAILS = {
  public: 'Nothing that is not published anyway.',
  internal: 'For everybody in the organisation.',
  confidential: 'About people or business; a leak does harm.',
  restricted: 'Payments, health, credentials: protected by law or contract.',
} as const satisfies Record<DataClass, string>;

const CRITICALITY_DETAILS = {
  low: 'Work goes on without it for days.',
  medium: 'An outage is felt within the day.',
  high: 'An outage stops the business at once.',
} as const satisfies Record<Criticality, string>;

const LIFECYCLE_DETAILS = {
  design: 'Design: nothing runs yet',
  development: 'Development: being built',
  production: 'Production: in use',
  deprecated: 'Deprecated: still called, to be left',
  retired: 'Retired: the gate lets nothing more through',
} as const satisfies Record<Lifecycle, string>;

const cards = <Value extends string>(values: readonly Value[], details: Record<Value, string>) =>
  values.map((value) => ({ value, label: API_WORDS[value] ?? value, detail: details[value] }));

export const EXPOSURE_CARDS = cards(EXPOSURES, EXPOSURE_DETAILS);
export const DATA_CARDS = cards(DATA_CLASSES, DATA_DETAILS);
export const CRITICALITY_CARDS = cards(CRITICALITIES, CRITICALITY_DETAILS);
export const KIND_CHOICES = API_KINDS.map((value) => ({ value, label: API_WORDS[value] ?? value }));
export const LIFECYCLE_CHOICES = LIFECYCLES.map((value) => ({ value, label: LIFECYCLE_DETAILS[value] }));

export const PROTECTION_WORDS = {
  authentication: 'Authentication',
  rateLimit: 'Rate limit',
  gateway: 'Gateway',
  waf: 'Web application firewall',
} as const satisfies Record<Protection, string>;
