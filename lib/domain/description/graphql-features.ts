import { GRAPHQL_ROOTS } from './graphql-operations.ts';
import { member, objectOf, textOf } from './json-values.ts';
import { sensitivityOf } from './sensitive-names.ts';
import type { Feature, JsonObject } from './types.ts';

/** Scalars of an argument by which a file or an address comes in. */
const FILE_SCALARS = new Set(['Upload', 'File', 'Bytes', 'Base64']);
const ADDRESS_SCALARS = new Set(['URL', 'URI', 'Url', 'Uri']);

/** Features of a GraphQL schema: names and types of arguments and inputs, types of root fields. */
export function* graphqlFeatures(document: JsonObject): Generator<Feature> {
  yield 'graphql';
  const types = objectOf(document.types);
  for (const [root] of GRAPHQL_ROOTS) {
    const type = member(types, textOf(objectOf(document.schema)[root]) ?? '');
    for (const field of Object.values(objectOf(objectOf(type).fields))) {
      if (textOf(objectOf(field).type)?.startsWith('[')) yield 'lists';
    }
  }
  for (const [, value] of Object.entries(types)) {
    const type = objectOf(value);
    for (const [name, entry] of Object.entries(objectOf(type.fields))) {
      const field = objectOf(entry);
      if (sensitivityOf(name) === 'personal') yield 'personal-data';
      if (type.kind === 'input') yield* inputFeatures(name, textOf(field.type) ?? '');
      for (const [argument, given] of Object.entries(objectOf(field.arguments))) {
        yield* inputFeatures(argument, textOf(objectOf(given).type) ?? '');
      }
    }
  }
}

function* inputFeatures(name: string, type: string): Generator<Feature> {
  const scalar = type.replaceAll(/[[\]!]/g, '');
  if (scalar === 'ID') yield 'object-ids';
  if (FILE_SCALARS.has(scalar)) yield 'file-upload';
  const sensitivity = sensitivityOf(name);
  if (sensitivity === 'address' || ADDRESS_SCALARS.has(scalar)) yield 'url-parameters';
  if (sensitivity === 'personal') yield 'personal-data';
}
