import { isObject, member, objectOf, textOf } from '../description/json-values.ts';
import { escapeToken } from '../description/pointer.ts';
import type { JsonObject } from '../description/types.ts';
import type { Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import type { RuleIndex } from './rule-index.ts';
import { createUnits } from './units.ts';
import type { Hit } from './hit.ts';
import type { Walked } from './walk.ts';
import { wordsOf } from './words-of.ts';

/** How the types of a format are written, seen as schemas. */
interface Notation {
  /** Where the types are. */
  holder: 'types' | 'messages';
  /** The type that a field's text names, without marks for lists and required values. */
  named: (text: string) => string;
  scalars: ReadonlyMap<string, string>;
}

const GRAPHQL: Notation = {
  holder: 'types',
  named: (text) => text.replaceAll(/[[\]!]/g, ''),
  scalars: new Map([
    ['String', 'string'],
    ['ID', 'string'],
    ['Int', 'integer'],
    ['Float', 'number'],
    ['Boolean', 'boolean'],
  ]),
};
const PROTOBUF: Notation = {
  holder: 'messages',
  named: (text) => text,
  scalars: new Map([
    ['string', 'string'],
    ['bytes', 'string'],
    ['bool', 'boolean'],
    ...['double', 'float'].map((name): [string, string] => [name, 'number']),
    ...[
      'int32',
      'int64',
      'uint32',
      'uint64',
      'sint32',
      'sint64',
      'fixed32',
      'fixed64',
      'sfixed32',
      'sfixed64',
    ].map((name): [string, string] => [name, 'integer']),
  ]),
};

/** In GraphQL the kind of a type says which way it goes; elsewhere the operations that lead to it do. */
function sideOf({ kind }: JsonObject): Side {
  return kind === 'input' ? 'request' : kind === undefined ? 'none' : 'response';
}

/** Names in protobuf are looked up from the inside out: `Parcel` within `parcels.v1` is `parcels.v1.Parcel`. */
function lookUp(types: JsonObject, name: string, scope: string): string | undefined {
  const absolute = name.replace(/^\./, '');
  for (let at = scope; ; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const full = at === '' ? absolute : `${at}.${absolute}`;
    if (Object.hasOwn(types, full)) return full;
    if (at === '') return undefined;
  }
}

/** The pass for formats made of named types: tries the rules about properties on every field, and links what leads where. */
export function walkTypes(
  root: JsonObject,
  format: 'graphql' | 'protobuf',
  operations: readonly OperationNode[],
  index: RuleIndex,
): Walked {
  const notation = format === 'graphql' ? GRAPHQL : PROTOBUF;
  const units = createUnits(operations);
  const broken: Hit[] = [];
  const types = objectOf(root[notation.holder]);
  const roots = new Set(Object.values(objectOf(root.schema)).map((name) => textOf(name)));
  let values = 0;

  function linkTo(from: number, text: string | null, scope: string, side: Side): void {
    const full = text === null ? undefined : lookUp(types, notation.named(text), scope);
    if (full === undefined) return;
    const target = `/${notation.holder}/${escapeToken(full)}`;
    units.edges.push({ from, to: units.of(target), target, side, isAlias: false });
  }

  function tryField(
    name: string,
    field: JsonObject,
    pointer: string,
    owner: string,
    unit: number,
    side: Side,
  ): void {
    values += 1;
    const text = notation.named(textOf(field.type) ?? '');
    const schema: JsonObject = {
      type: notation.scalars.get(text) ?? 'object',
      description: field.description ?? field.comment ?? '',
    };
    const named = index.property(name);
    for (const rule of named?.rules ?? []) {
      if (!rule.check(schema, wordsOf(owner), named?.words ?? [])) continue;
      broken.push({ rule, pointer, unit, side, isDirect: true, isReferred: false });
    }
  }

  for (const name of Object.keys(types)) {
    const type = member(types, name);
    if (!isObject(type)) continue;
    const fields = objectOf(type.fields);
    for (const key of Object.keys(fields)) {
      const field = member(fields, key);
      if (!isObject(field)) continue;
      const pointer = `/${notation.holder}/${escapeToken(name)}/fields/${escapeToken(key)}`;
      const unit = units.of(pointer);
      const isRoot = roots.has(name);
      linkTo(unit, textOf(field.type), name, isRoot ? 'response' : 'none');
      const given = objectOf(field.arguments);
      for (const argument of Object.keys(given))
        linkTo(unit, textOf(objectOf(member(given, argument)).type), name, 'request');
      if (!isRoot) tryField(key, field, pointer, name, unit, sideOf(type));
    }
  }
  for (const { pointer, path } of operations) {
    const [service, name] = [path.slice(0, path.lastIndexOf('/')), path.slice(path.lastIndexOf('/') + 1)];
    const method = objectOf(
      member(objectOf(objectOf(member(objectOf(root.services), service)).methods), name),
    );
    linkTo(units.of(pointer), textOf(method.requestType), service, 'request');
    linkTo(units.of(pointer), textOf(method.responseType), service, 'response');
  }
  return {
    met: [],
    held: [],
    broken,
    brokenChildren: [],
    aside: [],
    units,
    dangling: [],
    counts: new Map(),
    values,
  };
}
