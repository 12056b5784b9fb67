const CHECKED = 'The descriptions of the directory are valid and of one piece; others are not.';
const FEW_SCHEMAS = 'Three public schemas are at hand, and all of them have what the rule looks for.';
const ONE_ASYNCAPI =
  'The one real AsyncAPI description at hand, of Slack, lacks nothing; examples of the specification are no evidence.';

interface Lacking {
  /** What cannot be shown on the real descriptions at hand. */
  what: 'fires' | 'silent' | 'both';
  reason: string;
}

/** Rules that the real descriptions at hand cannot show both firing and silent, each with the reason; the tables of cases show them. */
export const WITHOUT_EVIDENCE: Readonly<Record<string, Lacking>> = {
  'api2-plain-sign-in': {
    what: 'fires',
    reason: 'All sign-in and token addresses of the directory are https.',
  },
  'api2-unknown-scheme': { what: 'fires', reason: CHECKED },
  'api9-external-reference': { what: 'fires', reason: CHECKED },
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
    reason: 'One of the public schemas at hand says with directives who may call, and for every mutation.',
  },
  'graphql-unbounded-list': { what: 'silent', reason: FEW_SCHEMAS },
  'protobuf-open-rpc': {
    what: 'fires',
    reason: 'The files of Google say for whole services, or nowhere, who may call.',
  },
  'protobuf-change-by-get': {
    what: 'fires',
    reason: 'Google maps to GET only what reads.',
  },
  'asyncapi-plain-server': { what: 'fires', reason: ONE_ASYNCAPI },
  'asyncapi-open-server': { what: 'fires', reason: ONE_ASYNCAPI },
  'asyncapi-message-without-schema': { what: 'fires', reason: ONE_ASYNCAPI },
};
