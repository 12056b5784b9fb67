/** Media types of the interface; what a text really is, its content decides. */
export const DESCRIPTION_MEDIA_TYPES = [
  'application/json',
  'application/yaml',
  'application/x-yaml',
  'text/yaml',
  'text/x-yaml',
  'application/vnd.oai.openapi',
  'application/vnd.oai.openapi+json',
  'application/vnd.oai.openapi+yaml',
  'application/vnd.aai.asyncapi+json',
  'application/vnd.aai.asyncapi+yaml',
  'application/graphql',
  'text/x-protobuf',
] as const;

export const MAX_DESCRIPTION_BYTES = 64 * 1024 * 1024;
