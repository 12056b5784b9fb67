import { isObject, member, objectOf, textOf } from '../description/json-values.ts';
import { escapeToken } from '../description/pointer.ts';
import type { JsonObject } from '../description/types.ts';
import { isWrite } from '../description/inventory-features.ts';
import { fieldSchema } from './field-schema.ts';
import type { Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import type { RuleIndex } from './rule-index.ts';
import { typesOnlyRead } from './types-only-read.ts';
import type { TypeReference } from './types-only-read.ts';
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

/** Inputs by which things are chosen: what they hold is looked for and not stored. */
const CHOOSING = /\b(?:filters?|where|search|criteria|query|queries|sort|order by)\b/;

const choosesByName = (type: string): boolean =>
  CHOOSING.test(wordsOf(type.slice(type.lastIndexOf('.') + 1)).join(' '));

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

/** The rpc of a path such as `parcels.v1.Parcels/GetParcel`. */
function methodAt(root: JsonObject, path: string): JsonObject {
  const at = path.lastIndexOf('/');
  const service = objectOf(member(objectOf(root.services), path.slice(0, at)));
  return objectOf(member(objectOf(service.methods), path.slice(at + 1)));
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
  const changes = new Set(operations.filter((operation) => isWrite(operation)).map(({ pointer }) => pointer));
  const onlyRead = inputsOnlyRead();
  let values = 0;

  function inputsOnlyRead(): ReadonlySet<string> {
    const asked: Record<'reading' | 'changing', TypeReference[]> = { reading: [], changing: [] };
    for (const { pointer, path } of operations) {
      const { requestType } = methodAt(root, path);
      const scope = path.slice(0, path.lastIndexOf('/'));
      if (requestType !== undefined)
        asked[changes.has(pointer) ? 'changing' : 'reading'].push({ text: textOf(requestType), scope });
    }
    for (const [scope, type] of Object.entries(types)) {
      for (const [name, field] of Object.entries(objectOf(objectOf(type).fields))) {
        const into = changes.has(pointerOf(scope, name)) ? asked.changing : asked.reading;
        for (const given of Object.values(objectOf(objectOf(field).arguments)))
          into.push({ text: textOf(objectOf(given).type), scope });
      }
    }
    return typesOnlyRead(asked.reading, asked.changing, {
      lookUp: ({ text, scope }) => (text === null ? undefined : lookUp(types, notation.named(text), scope)),
      within: (scope) =>
        Object.values(objectOf(objectOf(member(types, scope)).fields)).map((field) => ({
          text: textOf(objectOf(field).type),
          scope,
        })),
    });
  }

  function pointerOf(type: string, field: string): string {
    return `/${notation.holder}/${escapeToken(type)}/fields/${escapeToken(field)}`;
  }

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
    isStored: boolean,
  ): void {
    values += 1;
    const named = index.property(name);
    if (!named) return;
    const schema = fieldSchema(field, notation.scalars.get(notation.named(textOf(field.type) ?? '')));
    for (const rule of named.rules) {
      if (rule.isAboutStoring === true && !isStored) continue;
      if (!rule.check(schema, wordsOf(owner), named.words)) continue;
      broken.push({ rule, pointer, unit, side, isDirect: true, isReferred: false });
    }
  }

  for (const name of Object.keys(types)) {
    const type = member(types, name);
    if (!isObject(type)) continue;
    const fields = objectOf(type.fields);
    const isStored = !onlyRead.has(name) && !choosesByName(name);
    for (const key of Object.keys(fields)) {
      const field = member(fields, key);
      if (!isObject(field)) continue;
      const pointer = pointerOf(name, key);
      const unit = units.of(pointer);
      const isRoot = roots.has(name);
      linkTo(unit, textOf(field.type), name, isRoot ? 'response' : 'none');
      const given = objectOf(field.arguments);
      for (const argument of Object.keys(given)) {
        const entry = objectOf(member(given, argument));
        const place = `${pointer}/arguments/${escapeToken(argument)}`;
        linkTo(unit, textOf(entry.type), name, 'request');
        tryField(argument, entry, place, key, unit, 'request', changes.has(pointer));
      }
      if (!isRoot) tryField(key, field, pointer, name, unit, sideOf(type), isStored);
    }
  }
  for (const { pointer, path } of operations) {
    const { requestType, responseType } = methodAt(root, path);
    const service = path.slice(0, path.lastIndexOf('/'));
    linkTo(units.of(pointer), textOf(requestType), service, 'request');
    linkTo(units.of(pointer), textOf(responseType), service, 'response');
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
