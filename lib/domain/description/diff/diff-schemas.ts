import { diffLimits } from './diff-limits.ts';
import { diffProperties } from './diff-properties.ts';
import { diffType } from './diff-type.ts';
import { diffVariants, isUnion, unionOf } from './diff-variants.ts';
import { listValues } from './list-values.ts';
import type { Descend, NoteSchema, SchemaPlace } from './schema-place.ts';
import { viewSchema } from './schema-view.ts';
import type { Located, SchemaView } from './schema-facts.ts';

/** Notes what differs between two schemas, without what is below them: `descend` is called for every pair further down. */
export function diffSchemas(
  place: SchemaPlace,
  older: Located,
  newer: Located,
  note: NoteSchema,
  descend: Descend,
): void {
  let before = viewSchema(place.older, older);
  let after = viewSchema(place.newer, newer);
  const { pointer } = newer;
  // A schema that becomes one of several alternatives, or the only one left, is not another schema for that.
  if (isUnion(after) && before.variants.length === 0) before = unionOf(place.older, older, before);
  else if (isUnion(before) && after.variants.length === 0) after = unionOf(place.newer, newer, after);
  diffType(place, before, after, pointer, note);
  diffValues(place, before, after, pointer, note);
  diffLimits(place, before, after, pointer, note);
  diffProperties(place, before, after, pointer, note, descend);
  diffVariants(place, before, after, pointer, note, descend);
  diffItems(place, before, after, pointer, descend);
  diffDiscriminator(place, before, after, pointer, note);
}

function diffItems(
  { label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  descend: Descend,
): void {
  if (!before.types.has('array') || !after.types.has('array')) return;
  // A list that says nothing of its items takes any.
  const any = { value: undefined, pointer: `${pointer}/items` };
  if (before.items || after.items) descend(`${label}[]`, before.items ?? any, after.items ?? any);
  for (const [index, item] of after.tuple.entries()) {
    const former = before.tuple[index];
    if (former) descend(`${label}[${index}]`, former, item);
  }
}

/** Whoever tells alternatives apart by one property cannot do so by another. */
function diffDiscriminator(
  { side, label }: SchemaPlace,
  { discriminator: was }: SchemaView,
  { discriminator: is }: SchemaView,
  pointer: string,
  note: NoteSchema,
): void {
  if (was === null || is === null || was === is) return;
  const kind = side === 'input' ? 'input-retyped' : 'output-retyped';
  note(kind, pointer, (subject) => `${subject} tells ${label} apart by ${is} instead of ${was}`);
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
    const kind = isInput ? 'limit-loosened' : 'output-widened';
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
    const kind = isInput ? 'input-widened' : 'output-widened';
    note(kind, pointer, (subject) => `${subject} also ${verb} ${listValues(fresh)} for ${label}`);
  }
}

const asText = (value: unknown): string => JSON.stringify(value);
