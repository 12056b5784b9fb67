import type { Feature } from '#lib/domain/description/types.ts';
import type { OwaspCategory } from '#lib/domain/words.ts';

/** OWASP API Security Top 10 2023. */
export const OWASP_WORDS = {
  API1: 'Broken object level authorisation',
  API2: 'Broken authentication',
  API3: 'Broken object property level authorisation',
  API4: 'Unrestricted resource consumption',
  API5: 'Broken function level authorisation',
  API6: 'Unrestricted access to sensitive business flows',
  API7: 'Server side request forgery',
  API8: 'Security misconfiguration',
  API9: 'Improper inventory management',
  API10: 'Unsafe consumption of APIs',
} as const satisfies Record<OwaspCategory, string>;

/** What a description must contain for an item to be asked. */
export const FEATURE_WORDS = {
  authentication: 'authentication',
  'unauthenticated-operations': 'operations without authentication',
  'object-ids': 'identifiers of objects',
  'write-operations': 'operations that change something',
  'file-upload': 'file upload',
  'url-parameters': 'addresses as parameters',
  'webhooks-or-callbacks': 'webhooks or callbacks',
  graphql: 'GraphQL',
  lists: 'lists',
  'admin-operations': 'administrative operations',
  'sensitive-flows': 'sensitive flows',
  'personal-data': 'personal data',
  'third-party-data': 'data of third parties',
  'several-versions': 'several versions',
} as const satisfies Record<Feature, string>;
