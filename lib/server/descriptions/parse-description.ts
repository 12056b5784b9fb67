import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';
import { operationPaths } from '#lib/domain/description/operations.ts';
import type { JsonValue, ParsedDescription } from '#lib/domain/description/types.ts';
import { checkStructure } from './check-structure.ts';
import { decodeText } from './decode-text.ts';
import { DescriptionError, refused } from './description-error.ts';
import { detectFormat, sniffFamily } from './detect-format.ts';
import { familyOfMediaType } from './media-types.ts';
import type { TextFamily } from './media-types.ts';
import { readGraphql } from './read-graphql.ts';
import { readJson } from './read-json.ts';
import { readProtobuf } from './read-protobuf.ts';
import { readYaml } from './read-yaml.ts';

/**
 * Reads a description from its bytes. The media type only chooses between the families of notation; without one the
 * text decides. Nothing outside the text is ever fetched. Whatever is wrong is thrown as `DescriptionError`.
 */
export function parseDescription(bytes: Uint8Array, mediaType?: string): ParsedDescription {
  const stated = familyOfMediaType(mediaType);
  const text = decodeText(bytes);
  const parsed = read(bytes, text, stated === 'unknown' ? sniffFamily(text) : stated);
  checkStructure(parsed);
  checkInventory(parsed);
  return parsed;
}

function read(bytes: Uint8Array, text: string, family: Exclude<TextFamily, 'unknown'>): ParsedDescription {
  switch (family) {
    case 'json':
      return detectFormat(readJson(bytes, text));
    case 'yaml':
      return detectFormat(readYamlOrJson(bytes, text));
    case 'graphql':
      return { format: 'graphql', document: readGraphql(text) };
    case 'protobuf':
      return { format: 'protobuf', document: readProtobuf(text) };
  }
}

/** JSON is YAML and read far faster as what it is; a text that only starts like JSON is YAML with braces. */
function readYamlOrJson(bytes: Uint8Array, text: string): JsonValue {
  if (!/^\s*[[{]/.test(text.slice(0, 1000))) return readYaml(text);
  try {
    return readJson(bytes, text);
  } catch (error) {
    if (error instanceof DescriptionError && error.code === 'description.malformed') return readYaml(text);
    throw error;
  }
}

/** Inventories beyond the limits are refused as a whole: part of an inventory would be a false one. */
function checkInventory(parsed: ParsedDescription): void {
  const { operations, path } = DESCRIPTION_LIMITS;
  let count = 0;
  for (const name of operationPaths(parsed)) {
    if (name.length > path) {
      const shown = name.slice(0, 100);
      throw refused(
        'path-too-long',
        `A path may have at most ${path.toLocaleString('en')} characters: ${shown}…`,
      );
    }
    if (++count > operations) {
      throw refused(
        'too-many-operations',
        `A description may have at most ${operations.toLocaleString('en')} operations.`,
      );
    }
  }
}
