import type { Descend, NoteSchema, SchemaPlace, Side } from './schema-place.ts';
import { sensitiveRemark, travels } from './sensitive-within.ts';
import { takesAnything } from './schema-facts.ts';
import type { Located, SchemaView } from './schema-facts.ts';

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
    if (side === 'input' && takesAnything(after)) continue;
    const path = label === '' ? name : `${label}.${name}`;
    notePropertyRemoved(side, path, property.pointer, note);
  }
  // Names can be required without being described.
  for (const name of after.required) {
    if (before.required.has(name) || after.properties.has(name) || side === 'output') continue;
    note('input-required', `${pointer}/required`, (subject) => `${subject} now requires ${label}.${name}`);
  }
  diffUndescribed(label, before, after, pointer, descend);
}

/** Properties that are described together: by an expression for their names, or as all others. */
function diffUndescribed(
  label: string,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  descend: Descend,
): void {
  for (const [expression, schema] of after.byPattern) {
    const former = before.byPattern.get(expression);
    if (former) descend(`${label}./${expression}/`, former, schema);
  }
  if (before.additional === false || after.additional === false) return;
  if (!before.types.has('object') || !after.types.has('object')) return;
  const any = { value: undefined, pointer: `${pointer}/additionalProperties` };
  const [was, is] = [before.additional, after.additional].map((schema) => (schema === true ? any : schema));
  if (was && is) descend(`${label}.*`, was, is);
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
