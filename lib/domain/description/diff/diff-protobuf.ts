import { member, objectOf, textOf } from '../json-values.ts';
import { escapeToken } from '../pointer.ts';
import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { JsonObject, JsonValue } from '../types.ts';
import type { Note } from './change-log.ts';
import { diffMembers } from './diff-members.ts';
import type { OperationPair } from './match-operations.ts';

/** What differs between two protobuf files beyond their rpcs. On the wire a field is its number and its type. */
export function diffProtobuf(
  older: JsonObject,
  newer: JsonObject,
  pairs: readonly OperationPair[],
  note: Note,
): void {
  for (const pair of pairs)
    diffMethod(methodAt(older, pair.older.path), methodAt(newer, pair.newer.path), pair, note);
  for (const [name, before, after] of diffMembers(objectOf(older.services), objectOf(newer.services)).common)
    diffOptions(name, null, before, after, place('services', name), note);
  const messages = diffMembers(objectOf(older.messages), objectOf(newer.messages));
  for (const [name] of messages.added)
    note('type-added', null, place('messages', name), `The message ${name} added`);
  for (const [name] of messages.removed)
    note('type-removed', null, place('messages', name), `The message ${name} removed`);
  for (const [name, before, after] of messages.common)
    diffFields(name, objectOf(before.fields), objectOf(after.fields), note);
  const enums = diffMembers(objectOf(older.enums), objectOf(newer.enums));
  for (const [name] of enums.added) note('type-added', null, place('enums', name), `The enum ${name} added`);
  for (const [name] of enums.removed)
    note('type-removed', null, place('enums', name), `The enum ${name} removed`);
  for (const [name, before, after] of enums.common)
    diffValues(name, objectOf(before.values), objectOf(after.values), note);
}

const place = (kind: string, name: string): string => `/${kind}/${escapeToken(name)}`;

function methodAt(document: JsonObject, path: string): JsonObject {
  const [service = '', name = ''] = path.split('/');
  return objectOf(member(objectOf(objectOf(member(objectOf(document.services), service)).methods), name));
}

function diffMethod(
  older: JsonObject,
  newer: JsonObject,
  { newer: { key, pointer } }: OperationPair,
  note: Note,
): void {
  const [before, after] = [signature(older), signature(newer)];
  if (before !== after)
    note('operation-changed', key, pointer, `${key} is now ${after} instead of ${before}`);
  diffOptions(key, key, older, newer, pointer, note);
}

/** Options of its own language say who may call an rpc, or which way a field goes, so any difference among them counts. */
function diffOptions(
  called: string,
  operation: string | null,
  older: JsonObject,
  newer: JsonObject,
  pointer: string,
  note: Note,
): void {
  const { added, removed, common } = diffMembers(named(older.options), named(newer.options));
  for (const [name] of [...added, ...removed])
    note('directive-changed', operation, pointer, `${called} has another option ${name}`);
  for (const [name, was, is] of common) {
    if (was.value === is.value) continue;
    const values = `${textOf(is.value)} instead of ${textOf(was.value)}`;
    note('directive-changed', operation, pointer, `${called} has ${name} ${values}`);
  }
}

/** Of a field's options those that protobuf does not know itself; its own only say how values are written. */
function custom({ options }: JsonObject): JsonObject {
  return {
    options: Object.fromEntries(Object.entries(objectOf(options)).filter(([name]) => name.startsWith('('))),
  };
}

function signature({ requestType, requestStream, responseType, responseStream }: JsonObject): string {
  const type = (name: JsonValue | undefined, isStream: JsonValue | undefined) =>
    `${isStream === true ? 'stream ' : ''}${textOf(name)}`;
  return `(${type(requestType, requestStream)}) returns (${type(responseType, responseStream)})`;
}

/** Plain values as members, so that they can be compared like anything else. */
function named(options: JsonValue | undefined): JsonObject {
  return Object.fromEntries(
    Object.entries(objectOf(options))
      .filter(([name]) => name !== 'deprecated')
      .map(([name, value]) => [name, { value: JSON.stringify(value) }]),
  );
}

function diffFields(message: string, older: JsonObject, newer: JsonObject, note: Note): void {
  const { added, removed, common } = diffMembers(older, newer);
  const at = (name: string) => `${place('messages', message)}/fields/${escapeToken(name)}`;
  for (const [name] of added) {
    const sensitivity = sensitivityOf(name);
    const tells = sensitivity === null ? '' : ` (${SENSITIVITY_NAMES[sensitivity]})`;
    note(
      tells === '' ? 'input-added' : 'sensitive-input-added',
      null,
      at(name),
      `${message}.${name} added${tells}`,
    );
  }
  for (const [name] of removed) note('output-removed', null, at(name), `${message}.${name} removed`);
  for (const [name, before, after] of common) {
    if (before.id !== after.id) {
      const numbers = `${textOf(after.id)} instead of ${textOf(before.id)}`;
      note('input-retyped', null, at(name), `${message}.${name} has the number ${numbers}`);
    }
    diffOptions(`${message}.${name}`, null, custom(before), custom(after), at(name), note);
    const [was, is] = [fieldType(before), fieldType(after)];
    if (was !== is) note('input-retyped', null, at(name), `${message}.${name} is ${is} instead of ${was}`);
  }
}

function fieldType({ rule, keyType, type }: JsonObject): string {
  const name = textOf(type) ?? '';
  if (keyType !== undefined) return `map<${textOf(keyType)}, ${name}>`;
  return typeof rule === 'string' ? `${rule} ${name}` : name;
}

function diffValues(type: string, older: JsonObject, newer: JsonObject, note: Note): void {
  const pointer = `${place('enums', type)}/values`;
  for (const [name, value] of Object.entries(newer)) {
    const was = member(older, name);
    if (was === undefined) note('input-widened', null, pointer, `The value ${name} of ${type} added`);
    else if (was !== value)
      note(
        'input-retyped',
        null,
        pointer,
        `${type}.${name} has the number ${textOf(value)} instead of ${textOf(was)}`,
      );
  }
  for (const name of Object.keys(older)) {
    if (member(newer, name) === undefined)
      note('input-narrowed', null, pointer, `The value ${name} of ${type} removed`);
  }
}
