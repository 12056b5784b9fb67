import type {
  ConstDirectiveNode,
  DefinitionNode,
  DocumentNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  Location,
  StringValueNode,
  TypeNode,
  ValueNode,
} from 'graphql';
import { isObject } from '#lib/domain/description/json-values.ts';
import type { JsonObject, JsonValue } from '#lib/domain/description/types.ts';
import { refused } from './description-error.ts';
import { setOwn } from './set-own.ts';

const KINDS: Readonly<Record<string, string>> = {
  ObjectType: 'object',
  InterfaceType: 'interface',
  InputObjectType: 'input',
  EnumType: 'enum',
  UnionType: 'union',
  ScalarType: 'scalar',
};

/** Names of the root types where a schema does not say them (GraphQL, section 3.3.1). */
const DEFAULT_ROOTS = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' } as const;

interface Located {
  loc?: Location | undefined;
}

/** Types, fields, arguments and directives of a schema, extensions joined with what they extend. */
export function graphqlToJson({ definitions }: DocumentNode): JsonObject {
  const schema: JsonObject = {};
  let isNamed = false;
  const types: JsonObject = {};
  const directives: JsonObject = {};
  const extensions: DefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === 'SchemaDefinition' || definition.kind === 'SchemaExtension') {
      for (const { operation, type } of definition.operationTypes ?? []) schema[operation] = type.name.value;
      // An extension adds to what is in force, be it named or left to the defaults.
      isNamed ||= definition.kind === 'SchemaDefinition';
      addDirectives(schema, definition.directives);
    } else if (definition.kind === 'DirectiveDefinition') {
      addOnce(directives, definition.name.value, 'directive', definition, {
        ...described(definition.description),
        arguments: inputs(definition.arguments),
        locations: definition.locations.map((location) => location.value),
        repeatable: definition.repeatable,
      });
    } else if (definition.kind.endsWith('Extension')) extensions.push(definition);
    else addOnce(types, nameOf(definition), 'type', definition, typeOf(definition));
  }
  // A schema split over services may extend types that it does not define.
  for (const extension of extensions) {
    const name = nameOf(extension);
    const type = Object.hasOwn(types, name) ? types[name] : undefined;
    if (isObject(type)) fillType(type, extension);
    else setOwn(types, name, typeOf(extension));
  }
  for (const [root, name] of Object.entries(DEFAULT_ROOTS)) {
    if (!isNamed && Object.hasOwn(types, name)) schema[root] ??= name;
  }
  return { schema, types, directives };
}

function nameOf(definition: DefinitionNode): string {
  if (KINDS[wordOf(definition)] !== undefined && 'name' in definition && definition.name) {
    return 'value' in definition.name ? definition.name.value : '';
  }
  throw refused(
    'not-a-schema',
    `Line ${lineOf(definition)} holds a query or a fragment; a description must be a schema.`,
  );
}

const wordOf = ({ kind }: DefinitionNode): string => kind.replace(/(?:Definition|Extension)$/, '');

function typeOf(definition: DefinitionNode): JsonObject {
  const type: JsonObject = { kind: KINDS[wordOf(definition)] ?? '' };
  fillType(type, definition);
  return type;
}

/** Adds what a definition or extension says about a type. */
function fillType(type: JsonObject, definition: DefinitionNode): void {
  if ('description' in definition && definition.description) type.description = definition.description.value;
  if ('interfaces' in definition && definition.interfaces?.length) {
    type.interfaces = [...namesIn(type.interfaces), ...definition.interfaces.map(({ name }) => name.value)];
  }
  if ('types' in definition && definition.types?.length) {
    type.members = [...namesIn(type.members), ...definition.types.map(({ name }) => name.value)];
  }
  if ('fields' in definition && definition.fields?.length) {
    const fields = isObject(type.fields) ? type.fields : {};
    type.fields = fields;
    for (const field of definition.fields) addOnce(fields, field.name.value, 'field', field, fieldOf(field));
  }
  if ('values' in definition && definition.values?.length) {
    const values = isObject(type.values) ? type.values : {};
    type.values = values;
    for (const entry of definition.values) {
      const value: JsonObject = described(entry.description);
      addDirectives(value, entry.directives);
      addOnce(values, entry.name.value, 'value', entry, value);
    }
  }
  if ('directives' in definition)
    addDirectives(type, definition.directives as readonly ConstDirectiveNode[] | undefined);
}

const namesIn = (value: JsonValue | undefined): JsonValue[] => (Array.isArray(value) ? value : []);

function fieldOf(field: FieldDefinitionNode | InputValueDefinitionNode): JsonObject {
  const result: JsonObject = { ...described(field.description), type: typeText(field.type) };
  if ('arguments' in field && field.arguments?.length) result.arguments = inputs(field.arguments);
  if ('defaultValue' in field && field.defaultValue) result.default = plain(field.defaultValue);
  addDirectives(result, field.directives);
  return result;
}

function inputs(nodes: readonly InputValueDefinitionNode[] | undefined): JsonObject {
  const result: JsonObject = {};
  for (const node of nodes ?? []) addOnce(result, node.name.value, 'argument', node, fieldOf(node));
  return result;
}

function addDirectives(target: JsonObject, nodes: readonly ConstDirectiveNode[] | undefined): void {
  for (const { name, arguments: given } of nodes ?? []) {
    const values: JsonObject = {};
    for (const argument of given ?? []) setOwn(values, argument.name.value, plain(argument.value));
    if (name.value === 'deprecated') target.deprecated = values;
    else target.directives = [...namesIn(target.directives), { name: name.value, arguments: values }];
  }
}

const described = (text: StringValueNode | undefined): JsonObject =>
  text ? { description: text.value } : {};

function typeText(type: TypeNode): string {
  if (type.kind === 'NonNullType') return `${typeText(type.type)}!`;
  return type.kind === 'ListType' ? `[${typeText(type.type)}]` : type.name.value;
}

/** A constant as plain values; numbers beyond the exact range of JSON stay as they are written. */
function plain(node: ValueNode): JsonValue {
  switch (node.kind) {
    case 'IntValue':
    case 'FloatValue':
      return Number.isFinite(Number(node.value)) ? Number(node.value) : node.value;
    case 'StringValue':
    case 'EnumValue':
    case 'BooleanValue':
      return node.value;
    case 'ListValue':
      return node.values.map(plain);
    case 'ObjectValue': {
      const result: JsonObject = {};
      for (const { name, value } of node.fields) setOwn(result, name.value, plain(value));
      return result;
    }
    default:
      return null;
  }
}

function addOnce(target: JsonObject, name: string, what: string, node: Located, value: JsonObject): void {
  if (Object.hasOwn(target, name)) {
    throw refused('duplicate-key', `In line ${lineOf(node)} the ${what} ${name} is defined again.`);
  }
  setOwn(target, name, value);
}

const lineOf = ({ loc }: Located): number => loc?.startToken.line ?? 1;
