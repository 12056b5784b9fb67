import { isObject, textOf } from '../json-values.ts';
import { lastToken, resolve } from '../pointer.ts';
import type { JsonObject } from '../types.ts';
import type { Descend, NoteSchema, SchemaPlace } from './schema-place.ts';
import { sensitiveRemark } from './sensitive-within.ts';
import { isComponentPointer, viewSchema } from './schema-view.ts';
import type { Located, SchemaView } from './schema-view.ts';

/** Whether a schema is nothing but a choice between others. */
export const isUnion = ({ variants, properties, type }: SchemaView): boolean =>
  variants.length > 0 && properties.size === 0 && type === '';

/** The choice that has one schema only. */
export const unionOf = (schema: Located): SchemaView => ({
  ...viewSchema({}, { value: {}, pointer: '' }),
  variants: [schema],
});

/** Alternatives are the same when they have the same name; those without a name by their position. */
export function diffVariants(
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
    else {
      const tells = sensitiveRemark(newer, side, '', variant);
      const [plain, sensitive] = isInput
        ? (['input-widened', 'sensitive-input-added'] as const)
        : (['output-changed', 'sensitive-output-added'] as const);
      note(
        tells === '' ? plain : sensitive,
        pointer,
        (subject) => `${subject} also ${isInput ? 'takes' : 'returns'} ${name} for ${label}${tells}`,
      );
    }
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
    const isNamed = pointer !== variant.pointer || isComponentPointer(pointer);
    const name = isNamed ? lastToken(pointer) : (title ?? `variant ${index + 1}`);
    named.set(named.has(name) ? `${name} (${index + 1})` : name, variant);
  }
  return named;
}
