import { GRAPHQL_ROOTS } from '../graphql-operations.ts';
import { arrayOf, objectOf, textOf, textsOf } from '../json-values.ts';
import { escapeToken } from '../pointer.ts';
import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { JsonObject } from '../types.ts';
import type { Note } from './change-log.ts';
import { diffMembers } from './diff-members.ts';

/** What differs between two GraphQL schemas beyond their root fields. */
export function diffGraphql(older: JsonObject, newer: JsonObject, note: Note): void {
  const roots = new Set(GRAPHQL_ROOTS.map(([root]) => textOf(objectOf(newer.schema)[root])));
  const { added, removed, common } = diffMembers(objectOf(older.types), objectOf(newer.types));
  for (const [name] of added)
    if (!roots.has(name)) note('type-added', null, typePointer(name), `The type ${name} added`);
  for (const [name] of removed) note('type-removed', null, typePointer(name), `The type ${name} removed`);
  for (const [name, before, after] of common) {
    const pointer = typePointer(name);
    if (before.kind !== after.kind) {
      note(
        'output-retyped',
        null,
        pointer,
        `${name} is a type of kind ${textOf(after.kind)} instead of ${textOf(before.kind)}`,
      );
      continue;
    }
    diffDirectives(name, before, after, pointer, note);
    diffNames(
      `${name} may also be`,
      `${name} may no longer be`,
      before.members,
      after.members,
      pointer,
      note,
    );
    diffNames(
      `${name} also is a`,
      `${name} no longer is a`,
      before.interfaces,
      after.interfaces,
      pointer,
      note,
    );
    diffValues(name, objectOf(before.values), objectOf(after.values), `${pointer}/values`, note);
    diffFields(
      { type: name, isInput: after.kind === 'input', isRoot: roots.has(name) },
      before,
      after,
      pointer,
      note,
    );
  }
}

const typePointer = (name: string) => `/types/${escapeToken(name)}`;

function diffNames(
  gained: string,
  lost: string,
  older: unknown,
  newer: unknown,
  pointer: string,
  note: Note,
): void {
  const [before, after] = [textsOf(older as never), textsOf(newer as never)];
  for (const name of after)
    if (!before.includes(name)) note('output-changed', null, pointer, `${gained} ${name}`);
  for (const name of before)
    if (!after.includes(name)) note('output-removed', null, pointer, `${lost} ${name}`);
}

function diffValues(type: string, older: JsonObject, newer: JsonObject, pointer: string, note: Note): void {
  const { added, removed } = diffMembers(older, newer);
  for (const [name] of added)
    note('input-widened', null, `${pointer}/${escapeToken(name)}`, `The value ${name} of ${type} added`);
  for (const [name] of removed)
    note('input-narrowed', null, `${pointer}/${escapeToken(name)}`, `The value ${name} of ${type} removed`);
}

interface FieldPlace {
  type: string;
  isInput: boolean;
  /** Fields of root types are operations, whose coming and going the inventory tells. */
  isRoot: boolean;
}

function diffFields(
  { type, isInput, isRoot }: FieldPlace,
  older: JsonObject,
  newer: JsonObject,
  place: string,
  note: Note,
): void {
  const { added, removed, common } = diffMembers(objectOf(older.fields), objectOf(newer.fields));
  for (const [name, field] of isRoot ? [] : added)
    noteAdded(`${type}.${name}`, name, field, isInput, `${place}/fields/${escapeToken(name)}`, note);
  for (const [name] of isRoot ? [] : removed) {
    note(
      isInput ? 'input-removed' : 'output-removed',
      null,
      `${place}/fields/${escapeToken(name)}`,
      `${type}.${name} removed`,
    );
  }
  for (const [name, before, after] of common) {
    const pointer = `${place}/fields/${escapeToken(name)}`;
    const called = `${type}.${name}`;
    diffType(called, before, after, isInput, pointer, note);
    diffDirectives(called, before, after, pointer, note);
    const given = diffMembers(objectOf(before.arguments), objectOf(after.arguments));
    for (const [argument, entry] of given.added)
      noteAdded(`the argument ${argument} of ${called}`, argument, entry, true, pointer, note);
    for (const [argument] of given.removed)
      note('input-removed', null, pointer, `${called} no longer takes the argument ${argument}`);
    for (const [argument, was, is] of given.common) {
      const spoken = `the argument ${argument} of ${called}`;
      diffType(spoken, was, is, true, pointer, note);
      diffDirectives(`The${spoken.slice(3)}`, was, is, `${pointer}/arguments/${escapeToken(argument)}`, note);
    }
  }
}

function noteAdded(
  called: string,
  name: string,
  field: JsonObject,
  isInput: boolean,
  pointer: string,
  note: Note,
): void {
  const sensitivity = sensitivityOf(name);
  const counts = isInput ? sensitivity !== null : sensitivity === 'secret' || sensitivity === 'personal';
  const tells = counts && sensitivity !== null ? ` (${SENSITIVITY_NAMES[sensitivity]})` : '';
  const isRequired = isInput && textOf(field.type)?.endsWith('!') === true && field.default === undefined;
  const what = `${called[0]?.toUpperCase() ?? ''}${called.slice(1)} added${isRequired ? ', and required' : ''}${tells}`;
  if (!isInput) note(tells === '' ? 'output-added' : 'sensitive-output-added', null, pointer, what);
  else if (isRequired)
    note(tells === '' ? 'required-input-added' : 'sensitive-input-required', null, pointer, what);
  else note(tells === '' ? 'input-added' : 'sensitive-input-added', null, pointer, what);
}

/** `T!` instead of `T` is a promise in an answer and a demand in an argument; any other difference is another type. */
function diffType(
  called: string,
  older: JsonObject,
  newer: JsonObject,
  isInput: boolean,
  pointer: string,
  note: Note,
): void {
  const [before, after] = [textOf(older.type) ?? '', textOf(newer.type) ?? ''];
  if (before === after) return;
  const what = `${called} is ${after} instead of ${before}`;
  if (after === `${before}!`) note(isInput ? 'input-required' : 'output-required', null, pointer, what);
  else if (before === `${after}!`) note(isInput ? 'input-optional' : 'output-optional', null, pointer, what);
  else note(isInput ? 'input-retyped' : 'output-retyped', null, pointer, what);
}

/** Schemas declare who may see a field by directives, so any difference among them counts. */
function diffDirectives(
  called: string,
  older: JsonObject,
  newer: JsonObject,
  pointer: string,
  note: Note,
): void {
  const [before, after] = [directivesOf(older), directivesOf(newer)];
  for (const entry of after)
    if (!before.includes(entry)) note('directive-changed', null, pointer, `${called} now carries ${entry}`);
  for (const entry of before)
    if (!after.includes(entry))
      note('directive-changed', null, pointer, `${called} no longer carries ${entry}`);
}

function directivesOf(node: JsonObject): string[] {
  return arrayOf(node.directives).map((entry) => {
    const { name, arguments: given } = objectOf(entry);
    const values = Object.entries(objectOf(given)).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
    return `@${textOf(name)}${values.length > 0 ? `(${values.join(', ')})` : ''}`;
  });
}
