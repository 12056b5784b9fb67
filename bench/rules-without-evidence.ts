const SEARCHED =
  'Some 15,000 public packages that speak of APIs, schemas, clients or services were searched for it.';

interface Lacking {
  /** What cannot be shown on the real descriptions at hand. */
  what: 'fires' | 'silent' | 'both';
  reason: string;
  /** Where it was read all the same: a public repository at a commit, its file, and the place in it. */
  readAt?: string;
}

/** Rules that the real descriptions at hand cannot show both firing and silent, each with the reason; the tables of cases show them. */
export const WITHOUT_EVIDENCE: Readonly<Record<string, Lacking>> = {
  'api2-password-in-server': {
    what: 'fires',
    reason:
      'Met in the public description of a product’s queue, which is not named here: the password may still open it.',
  },
  'api10-callback-without-schema': {
    what: 'fires',
    reason: `Whoever describes a callback at all says what it carries. ${SEARCHED}`,
  },
  'api10-webhook-without-schema': {
    what: 'fires',
    reason: `Whoever describes a webhook at all says what it carries. ${SEARCHED}`,
  },
  'api10-link-elsewhere': {
    what: 'fires',
    reason: `Links are rare, and those into other descriptions stand in examples only. ${SEARCHED}`,
  },
  'api4-graphql-without-cost-limit': {
    what: 'silent',
    reason: `One description of the directory has a GraphQL endpoint, and it states no limit. ${SEARCHED}`,
  },
  'protobuf-open-rpc': {
    what: 'fires',
    reason: `Files that say with options who may call are seldom published; one of the gRPC gateway’s examples says so for some rpcs. ${SEARCHED}`,
    readAt: 'grpc-ecosystem/grpc-gateway examples/internal/proto/examplepb/a_bit_of_everything.proto',
  },
  'asyncapi-plain-server': {
    what: 'fires',
    reason: `AsyncAPI descriptions of products are not in packages. ${SEARCHED}`,
    readAt: 'LemmyNet/lemmy@5278ff25d86c asyncapi.yaml /servers/production',
  },
  'asyncapi-message-without-schema': {
    what: 'fires',
    reason: `Every message of the public descriptions that were read has a payload. ${SEARCHED}`,
  },
};
