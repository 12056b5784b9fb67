import { DescriptionError } from './description-error.ts';

/** What a media type says about the text; the format itself is always told from the content. */
export type TextFamily = 'json' | 'yaml' | 'graphql' | 'protobuf' | 'unknown';

const FAMILIES: Readonly<Record<string, TextFamily>> = {
  'application/json': 'json',
  'text/json': 'json',
  'application/yaml': 'yaml',
  'application/x-yaml': 'yaml',
  'text/yaml': 'yaml',
  'text/x-yaml': 'yaml',
  'application/vnd.yaml': 'yaml',
  'text/vnd.yaml': 'yaml',
  // Registered without a suffix for both notations; YAML reads JSON too.
  'application/openapi': 'yaml',
  'application/openapi+json': 'json',
  'application/openapi+yaml': 'yaml',
  'application/vnd.oai.openapi': 'yaml',
  'application/vnd.oai.openapi+json': 'json',
  'application/vnd.oai.openapi+yaml': 'yaml',
  'application/vnd.aai.asyncapi': 'yaml',
  'application/vnd.aai.asyncapi+json': 'json',
  'application/vnd.aai.asyncapi+yaml': 'yaml',
  'application/graphql': 'graphql',
  'text/graphql': 'graphql',
  'text/x-protobuf': 'protobuf',
  'text/protobuf': 'protobuf',
  'text/x-proto': 'protobuf',
};

/** The family of a `Content-Type`; without one the content decides alone. An unknown one is refused with 415. */
export function familyOfMediaType(mediaType: string | undefined): TextFamily {
  const [name = '', ...parameters] = (mediaType ?? '').split(';').map((part) => part.trim().toLowerCase());
  if (name === '') return 'unknown';
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.slice('charset='.length);
  if (charset !== undefined && !['utf-8', 'utf8', 'us-ascii'].includes(charset.replaceAll('"', ''))) {
    throw unsupported(`A description must be encoded as UTF-8, not as ${charset}.`);
  }
  const family = Object.hasOwn(FAMILIES, name) ? FAMILIES[name] : undefined;
  if (family) return family;
  if (name.startsWith('application/') && name.endsWith('+json')) return 'json';
  if (name.startsWith('application/') && name.endsWith('+yaml')) return 'yaml';
  throw unsupported(
    `A description cannot be sent as ${name.slice(0, 100)}. Use application/json or application/yaml for OpenAPI and ` +
      'AsyncAPI, application/graphql for a GraphQL schema, text/x-protobuf for a protobuf file.',
  );
}

const unsupported = (detail: string) => new DescriptionError(415, 'description.media-type', detail);
