import type { NoteSchema, SchemaPlace } from './schema-place.ts';
import { takesAnything } from './schema-facts.ts';
import type { SchemaView } from './schema-facts.ts';

/** Formats whose values another format takes as well. */
const WITHIN: Readonly<Record<string, string>> = { int32: 'int64', float: 'double' };

type Typed = Pick<SchemaView, 'types' | 'format'>;

/** Whether every value of one type is one of another, as far as type and format tell. */
function isWithin(few: Typed, many: Typed): boolean {
  if (many.types.size === 0) return true;
  const isKnown = (type: string) => many.types.has(type) || (type === 'integer' && many.types.has('number'));
  if (few.types.size === 0 || ![...few.types].every(isKnown)) return false;
  return many.format === '' || many.format === few.format || WITHIN[few.format] === many.format;
}

/** Types and formats, and whether there may be nothing. Taking more than before breaks no caller, nor does giving less. */
export function diffType(
  { side, label }: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
): void {
  const isInput = side === 'input';
  // Alternatives have types of their own, which may be said above them as well.
  const isChoice = before.variants.length > 0 && after.variants.length > 0;
  if (before.type !== after.type && !(isChoice && (before.type === '' || after.type === ''))) {
    const types = `${after.type || 'anything'} instead of ${before.type || 'anything'}`;
    const kind = isInput ? inputKind(before, after) : outputKind(before, after);
    note(kind, pointer, (subject) => `${subject} ${isInput ? 'takes' : 'returns'} ${label} as ${types}`);
  }
  if (before.isNullable === after.isNullable || takesAnything(before) || takesAnything(after)) return;
  if (isInput && after.isNullable)
    note('input-widened', pointer, (subject) => `${subject} also takes null for ${label}`);
  if (isInput && before.isNullable)
    note('input-narrowed', pointer, (subject) => `${subject} no longer takes null for ${label}`);
  if (!isInput && after.isNullable)
    note('output-optional', pointer, (subject) => `${subject} may return null for ${label}`);
  if (!isInput && before.isNullable)
    note('output-required', pointer, (subject) => `${subject} no longer returns null for ${label}`);
}

function inputKind(before: SchemaView, after: SchemaView) {
  if (!isWithin(before, after)) return 'input-retyped';
  // A type or a format that is asked for no longer lets in what nobody checks.
  const isUnchecked = after.type === '' || (after.format === '' && before.format !== '');
  return isUnchecked ? 'limit-loosened' : 'input-widened';
}

const outputKind = (before: SchemaView, after: SchemaView) =>
  isWithin(after, before) ? 'output-changed' : 'output-retyped';
