import protobuf from 'protobufjs';
import { member, objectOf } from '#lib/domain/description/json-values.ts';
import type { JsonObject } from '#lib/domain/description/types.ts';
import { checkTexts } from './check-texts.ts';
import { DescriptionError, refused, tooDeep } from './description-error.ts';
import { protobufToJson } from './protobuf-to-json.ts';
import { withinStack } from './read-yaml.ts';

/** One protobuf file as plain values. Imports are named and never fetched, so types from them stay names. */
export function readProtobuf(text: string): JsonObject {
  // The parser drops definitions of this name without a word.
  const line = lineOf(text, /\b__proto__\b/);
  if (line !== null)
    throw refused('malformed', `In line ${line} __proto__ cannot be the name of a definition.`);
  const { root, imports = [], weakImports = [], package: name = '' } = parse(text);
  keepRepeatedOptions(root);
  const tree = JSON.parse(JSON.stringify(root.toJSON({ keepComments: true }))) as JsonObject;
  const { edition, ...definitions } = protobufToJson(tree);
  if (!EDITIONS.has(edition)) {
    throw refused(
      'unsupported-version',
      `Protobuf ${edition} is not known here; ${[...EDITIONS].join(', ')} are.`,
    );
  }
  const document: JsonObject = {
    syntax: edition,
    package: name,
    imports: [...imports, ...weakImports],
    options: packageOptions(tree, name),
    ...definitions,
  };
  checkTexts(document);
  return document;
}

const EDITIONS: ReadonlySet<string> = new Set(['proto2', 'proto3', '2023', '2024']);

/** The parser repeats the token that it did not expect, however long. */
const LONGEST_MESSAGE = 200;

function parse(text: string): protobuf.IParserResult {
  try {
    return withinStack(() => protobuf.parse(text, { keepCase: true, alternateCommentMode: true }));
  } catch (error) {
    if (!(error instanceof Error) || error instanceof DescriptionError) throw error;
    if (error.message.includes('max depth')) throw tooDeep();
    if (error.message.startsWith('duplicate name')) {
      throw refused(
        'duplicate-key',
        `The description defines a name twice: ${error.message.slice(0, LONGEST_MESSAGE)}.`,
      );
    }
    throw refused(
      'malformed',
      `The description is not a valid protobuf file: ${error.message.slice(0, LONGEST_MESSAGE)}.`,
    );
  }
}

/** Of an option that is given several times the parser shows the last value only, and keeps all of them elsewhere. */
function keepRepeatedOptions(object: protobuf.ReflectionObject): void {
  const given: unknown = object.parsedOptions;
  const byName = new Map<string, unknown[]>();
  for (const option of Array.isArray(given) ? given : []) {
    for (const [name, value] of Object.entries(option as object))
      byName.set(name, [...(byName.get(name) ?? []), value]);
  }
  for (const [name, values] of byName)
    if (values.length > 1 && object.options && Object.hasOwn(object.options, name))
      object.options[name] = values;
  if (object instanceof protobuf.Namespace) object.nestedArray.forEach(keepRepeatedOptions);
  if (object instanceof protobuf.Type) object.fieldsArray.forEach(keepRepeatedOptions);
  if (object instanceof protobuf.Service) object.methodsArray.forEach(keepRepeatedOptions);
}

/** File options; the parser keeps them with the innermost namespace of the package. */
function packageOptions(tree: JsonObject, name: string): JsonObject {
  let at: JsonObject = tree;
  for (const part of name === '' ? [] : name.split('.')) {
    at = objectOf(member(objectOf(at.nested), part));
  }
  return objectOf(at.options);
}

function lineOf(text: string, pattern: RegExp): number | null {
  const match = pattern.exec(text);
  return match === null ? null : text.slice(0, match.index).split('\n').length;
}
