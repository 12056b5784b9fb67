import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import { escapeToken, lastToken, resolve } from '../pointer.ts';
import { isObject, objectOf, textOf } from '../json-values.ts';
import type { JsonObject } from '../types.ts';
import type { ChangeKind } from './change-kinds.ts';
import { diffLimits } from './diff-limits.ts';
import type { Side } from './schema-pairs.ts';
import { viewSchema } from './schema-view.ts';
import type { Located, SchemaView } from './schema-view.ts';
import { listValues } from './list-values.ts';

export type NoteSchema = (kind: ChangeKind, pointer: string, sentence: (subject: string) => string) => void;
type Descend = (label: string, older: Located, newer: Located) => void;

export interface SchemaPlace {
  older: JsonObject;
  newer: JsonObject;
  side: Side;
  label: string;
}

/** Notes what differs between two schemas, without what is below them: `descend` is called for every pair further down. */
export function diffSchemas(
  place: SchemaPlace,
  older: Located,
  newer: Located,
  note: NoteSchema,
  descend: Descend,
): void {
  const before = viewSchema(place.older, older);
  const after = viewSchema(place.newer, newer);
  const { pointer } = newer;
  diffType(place, before, after, pointer, note);
  diffValues(place, before, after, pointer, note);
  diffLimits(place, before, after, pointer, note);
  diffProperties(place, before, after, pointer, note, descend);
  diffVariants(place, before, after, pointer, note, descend);
  if (before.items && after.items) descend(`${place.label}[]`, before.items, after.items);
}

function diffType(
  { side, label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
): void {
  const isInput = side === 'input';
  if (before.type !== after.type) {
    const types = `${after.type || 'anything'} instead of ${before.type || 'anything'}`;
    const kind = isInput ? (after.type === '' ? 'limit-loosened' : 'input-retyped') : 'output-retyped';
    note(kind, pointer, (subject) => `${subject} ${isInput ? 'takes' : 'returns'} ${label} as ${types}`);
  }
  if (before.isNullable === after.isNullable || before.type === '' || after.type === '') return;
  if (isInput && after.isNullable)
    note('input-widened', pointer, (subject) => `${subject} also takes null for ${label}`);
  if (isInput && before.isNullable)
    note('input-narrowed', pointer, (subject) => `${subject} no longer takes null for ${label}`);
  if (!isInput && after.isNullable)
    note('output-optional', pointer, (subject) => `${subject} may return null for ${label}`);
  if (!isInput && before.isNullable)
    note('output-required', pointer, (subject) => `${subject} no longer returns null for ${label}`);
}

function diffValues(
  { side, label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
): void {
  const isInput = side === 'input';
  if (!before.values && !after.values) return;
  if (!before.values) {
    const kind = isInput ? 'input-narrowed' : 'output-changed';
    return note(
      kind,
      pointer,
      (subject) => `${subject} limits ${label} to ${listValues(after.values ?? [])}`,
    );
  }
  if (!after.values) {
    const kind = isInput ? 'limit-loosened' : 'output-changed';
    return note(kind, pointer, (subject) => `${subject} no longer limits ${label} to certain values`);
  }
  const texts = { before: new Set(before.values.map(asText)), after: new Set(after.values.map(asText)) };
  const gone = before.values.filter((value) => !texts.after.has(asText(value)));
  const fresh = after.values.filter((value) => !texts.before.has(asText(value)));
  const verb = isInput ? 'takes' : 'returns';
  if (gone.length > 0) {
    const kind = isInput ? 'input-narrowed' : 'output-changed';
    note(kind, pointer, (subject) => `${subject} no longer ${verb} ${listValues(gone)} for ${label}`);
  }
  if (fresh.length > 0) {
    const kind = isInput ? 'input-widened' : 'output-changed';
    note(kind, pointer, (subject) => `${subject} also ${verb} ${listValues(fresh)} for ${label}`);
  }
}

const asText = (value: unknown): string => JSON.stringify(value);

function diffProperties(
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

/** Alternatives are the same when they have the same name; those without a name by their position. */
function diffVariants(
  { older, newer, side, label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
  descend: Descend,
): void {
  if (before.variants.length === 0 && after.variants.length === 0) return;
  const former = byName(older, before.variants);
  const present = byName(newer, after.variants);
  const isInput = side === 'input';
  for (const [name, variant] of present) {
    const same = former.get(name);
    if (same) descend(label, same, variant);
    else
      note(
        isInput ? 'input-widened' : 'output-changed',
        pointer,
        (subject) => `${subject} also ${isInput ? 'takes' : 'returns'} ${name} for ${label}`,
      );
  }
  for (const name of former.keys()) {
    if (present.has(name)) continue;
    note(
      isInput ? 'input-narrowed' : 'output-changed',
      pointer,
      (subject) => `${subject} no longer ${isInput ? 'takes' : 'returns'} ${name} for ${label}`,
    );
  }
}

function byName(document: JsonObject, variants: readonly Located[]): Map<string, Located> {
  const named = new Map<string, Located>();
  for (const [index, variant] of variants.entries()) {
    const { value, pointer } = resolve(document, variant.value, variant.pointer);
    const title = isObject(value) ? textOf(value.title) : null;
    const name = pointer === variant.pointer ? (title ?? `variant ${index + 1}`) : lastToken(pointer);
    named.set(named.has(name) ? `${name} (${escapeToken(String(index + 1))})` : name, variant);
  }
  return named;
}
