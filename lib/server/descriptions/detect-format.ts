import { isObject } from '#lib/domain/description/json-values.ts';
import type { JsonObject, JsonValue } from '#lib/domain/description/types.ts';
import type { DescriptionFormat } from '#lib/domain/words.ts';
import { refused } from './description-error.ts';
import type { TextFamily } from './media-types.ts';

/** Key that names the specification → version prefix → format. */
const VERSIONS: Readonly<Record<string, readonly (readonly [string, DescriptionFormat])[]>> = {
  swagger: [['2', 'openapi-2.0']],
  openapi: [
    ['3.0', 'openapi-3.0'],
    ['3.1', 'openapi-3.1'],
    ['3.2', 'openapi-3.2'],
  ],
  asyncapi: [
    ['2', 'asyncapi-2'],
    ['3', 'asyncapi-3'],
  ],
};

const KNOWN = 'OpenAPI 2.0, 3.0, 3.1 and 3.2, AsyncAPI 2 and 3, GraphQL schemas and protobuf files';

/** The format that a JSON or YAML document says it has. */
export function detectFormat(document: JsonValue): { format: DescriptionFormat; document: JsonObject } {
  if (!isObject(document)) {
    throw refused('not-an-object', `The description is ${nameOfKind(document)}; it must be an object.`);
  }
  for (const [key, versions] of Object.entries(VERSIONS)) {
    if (!Object.hasOwn(document, key)) continue;
    const written = document[key];
    const version = typeof written === 'number' ? written.toFixed(1) : written;
    const known = versions.find(
      ([prefix]) => version === prefix || (typeof version === 'string' && version.startsWith(`${prefix}.`)),
    );
    if (known && (known[1] !== 'openapi-2.0' || version === '2.0')) return { format: known[1], document };
    const shown = typeof version === 'string' ? version.slice(0, 40) : nameOfKind(version ?? null);
    throw refused(
      'unsupported-version',
      `The version "${shown}" of ${key} is not known here; ${KNOWN} are.`,
      [{ pointer: `/${key}`, detail: 'Unknown version.' }],
    );
  }
  throw refused(
    'unknown-format',
    `The document names none of openapi, swagger or asyncapi at its top, so it is not a description. Known are ${KNOWN}.`,
  );
}

function nameOfKind(value: JsonValue): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return isObject(value) ? 'an object' : `a ${typeof value}`;
}

const GRAPHQL_START =
  /^[ \t]*(?:extend[ \t]+)?(?:schema\b|(?:type|interface|input|enum|union|scalar)[ \t]+[A-Za-z_]\w*|directive[ \t]*@)/m;
const PROTOBUF_START =
  /^[ \t]*(?:(?:syntax|edition)[ \t]*=[ \t]*["']|(?:message|service)[ \t]+[A-Za-z_]\w*[ \t]*\{)/m;
const YAML_START = /^(?:["']?(?:openapi|swagger|asyncapi)["']?[ \t]*:)/m;

/** What a text without a media type looks like, by the words that only one family starts a line with. */
export function sniffFamily(text: string): Exclude<TextFamily, 'unknown'> {
  if (/^\s*[[{]/.test(text.slice(0, 1000))) return 'yaml';
  if (YAML_START.test(text)) return 'yaml';
  if (PROTOBUF_START.test(text)) return 'protobuf';
  return GRAPHQL_START.test(text) ? 'graphql' : 'yaml';
}
