const CONVERTED =
  'Every description of the directory is OpenAPI 3, where the rule for version 3 says the same.';
const CHECKED = 'The descriptions of the directory are valid and of one piece; others are not.';
const ONE_SCHEMA = 'Only one public schema is at hand, and it has what the rule looks for.';
const NO_ASYNCAPI = 'No real AsyncAPI description is at hand; examples of the specification are no evidence.';

interface Lacking {
  /** What cannot be shown on the real descriptions at hand. */
  what: 'fires' | 'silent' | 'both';
  reason: string;
}

/** Rules that the real descriptions at hand cannot show both firing and silent, each with the reason; the tables of cases show them. */
export const WITHOUT_EVIDENCE: Readonly<Record<string, Lacking>> = {
  'api2-api-key-in-url-2': { what: 'both', reason: CONVERTED },
  'api2-http-basic-2': { what: 'both', reason: CONVERTED },
  'api2-plain-sign-in': {
    what: 'fires',
    reason: 'All sign-in and token addresses of the directory are https.',
  },
  'api2-unknown-scheme': { what: 'fires', reason: CHECKED },
  'api9-external-reference': { what: 'fires', reason: CHECKED },
  'api9-broken-reference': { what: 'fires', reason: CHECKED },
  'api10-callback-without-schema': {
    what: 'fires',
    reason: 'Of the few callbacks in the directory none expects an answer with a body.',
  },
  'api4-graphql-without-cost-limit': {
    what: 'silent',
    reason: 'One description of the directory has a GraphQL endpoint, and it states no limit.',
  },
  'graphql-open-mutation': {
    what: 'fires',
    reason: 'The public schema at hand was published without the directives that say who may call.',
  },
  'graphql-no-authorisation': { what: 'silent', reason: ONE_SCHEMA },
  'graphql-no-cost-limit': { what: 'silent', reason: ONE_SCHEMA },
  'graphql-unbounded-list': { what: 'silent', reason: ONE_SCHEMA },
  'asyncapi-plain-server': { what: 'both', reason: NO_ASYNCAPI },
  'asyncapi-open-server': { what: 'both', reason: NO_ASYNCAPI },
  'asyncapi-message-without-schema': { what: 'both', reason: NO_ASYNCAPI },
};
