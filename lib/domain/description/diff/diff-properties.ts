import type { Descend, NoteSchema, SchemaPlace, Side } from './schema-place.ts';
import { sensitiveRemark, travels } from './sensitive-within.ts';
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
    const wentBefore = former !== undefined && travels(place.older, former, side);
    const goesNow = travels(place.newer, property, side);
    if (former && (wentBefore || !goesNow)) {
      if (wentBefore && !goesNow) notePropertyRemoved(side, path, property.pointer, note);
      else
        diffRequired(side, path, before.required.has(name), after.required.has(name), property.pointer, note);
      descend(path, former, property);
    } else if (goesNow) {
      notePropertyAdded(place, name, path, after.required.has(name), property, note);
    }
  }
  for (const [name, property] of before.properties) {
    if (after.properties.has(name) || !travels(place.older, property, side)) continue;
    const path = label === '' ? name : `${label}.${name}`;
    notePropertyRemoved(side, path, property.pointer, note);
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

function notePropertyRemoved(side: Side, path: string, pointer: string, note: NoteSchema): void {
  if (side === 'input') note('input-removed', pointer, (subject) => `${subject} no longer takes ${path}`);
  else note('output-removed', pointer, (subject) => `${subject} no longer returns ${path}`);
}

function notePropertyAdded(
  { side, newer }: SchemaPlace,
  name: string,
  path: string,
  isRequired: boolean,
  property: Located,
  note: NoteSchema,
): void {
  const { pointer } = property;
  const tells = sensitiveRemark(newer, side, name, property);
  if (side === 'output') {
    note(
      tells === '' ? 'output-added' : 'sensitive-output-added',
      pointer,
      (subject) => `${subject} also returns ${path}${tells}`,
    );
    return;
  }
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
