import { objectOf } from '../json-values.ts';
import { resolve } from '../pointer.ts';
import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { JsonObject } from '../types.ts';
import type { Descend, NoteSchema, SchemaPlace, Side } from './schema-place.ts';
import type { Located, SchemaView } from './schema-view.ts';

/** Properties that came, went or became necessary; those of both schemas are compared further down. */
export function diffProperties(
  place: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
  descend: Descend,
): void {
  const { side, label } = place;
  for (const [name, property] of after.properties) {
    const path = label === '' ? name : `${label}.${name}`;
    const former = before.properties.get(name);
    if (former) {
      diffRequired(side, path, before.required.has(name), after.required.has(name), property.pointer, note);
      descend(path, former, property);
    } else if (travels(place.newer, property, side)) {
      notePropertyAdded(side, name, path, after.required.has(name), property.pointer, note);
    }
  }
  for (const [name, property] of before.properties) {
    if (after.properties.has(name) || !travels(place.older, property, side)) continue;
    const path = label === '' ? name : `${label}.${name}`;
    if (side === 'input')
      note('input-removed', property.pointer, (subject) => `${subject} no longer takes ${path}`);
    else note('output-removed', property.pointer, (subject) => `${subject} no longer returns ${path}`);
  }
  // Names can be required without being described.
  for (const name of after.required) {
    if (before.required.has(name) || after.properties.has(name) || side === 'output') continue;
    note('input-required', `${pointer}/required`, (subject) => `${subject} now requires ${label}.${name}`);
  }
  if (
    before.additional &&
    after.additional &&
    typeof before.additional === 'object' &&
    typeof after.additional === 'object'
  ) {
    descend(`${label}.*`, before.additional, after.additional);
  }
}

/** Properties that only answers have are no input, and the other way round. */
function travels(document: JsonObject, { value, pointer }: Located, side: Side): boolean {
  const schema = objectOf(resolve(document, value, pointer).value);
  return side === 'input' ? schema.readOnly !== true : schema.writeOnly !== true;
}

function notePropertyAdded(
  side: Side,
  name: string,
  path: string,
  isRequired: boolean,
  pointer: string,
  note: NoteSchema,
): void {
  const sensitivity = sensitivityOf(name);
  if (side === 'output') {
    const tells =
      sensitivity === 'secret' || sensitivity === 'personal' ? ` (${SENSITIVITY_NAMES[sensitivity]})` : '';
    note(
      tells === '' ? 'output-added' : 'sensitive-output-added',
      pointer,
      (subject) => `${subject} also returns ${path}${tells}`,
    );
    return;
  }
  const tells = sensitivity === null ? '' : ` (${SENSITIVITY_NAMES[sensitivity]})`;
  if (isRequired) {
    const kind = tells === '' ? 'required-input-added' : 'sensitive-input-required';
    note(kind, pointer, (subject) => `${subject} requires the new ${path}${tells}`);
  } else {
    const kind = tells === '' ? 'input-added' : 'sensitive-input-added';
    note(kind, pointer, (subject) => `${subject} also takes ${path}${tells}`);
  }
}

function diffRequired(
  side: Side,
  path: string,
  was: boolean,
  is: boolean,
  pointer: string,
  note: NoteSchema,
): void {
  if (was === is) return;
  if (side === 'input') {
    if (is) note('input-required', pointer, (subject) => `${subject} now requires ${path}`);
    else note('input-optional', pointer, (subject) => `${subject} no longer requires ${path}`);
  } else if (is) note('output-required', pointer, (subject) => `${subject} always returns ${path}`);
  else note('output-optional', pointer, (subject) => `${subject} may leave out ${path}`);
}
