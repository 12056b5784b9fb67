import { arrayOf, isObject, textOf } from '../json-values.ts';
import { canonicalText } from '../canonical-text.ts';
import { OPENAPI_SHAPES } from '../openapi-shapes.ts';
import { lastToken } from '../pointer.ts';
import type { JsonObject } from '../types.ts';
import type { Descend, NoteSchema, SchemaPlace } from './schema-place.ts';
import { isNull } from './schema-parts.ts';
import { schemaAt } from './schema-reference.ts';
import { sensitiveRemark } from './sensitive-within.ts';
import { emptyView, isComponentPointer } from './schema-facts.ts';
import { viewSchema } from './schema-view.ts';
import type { Located, SchemaView } from './schema-facts.ts';

/** Whether a schema is nothing but a choice between others. */
export const isUnion = ({ variants, properties }: SchemaView): boolean =>
  variants.length > 0 && properties.size === 0;

/** The choice that has one schema only. */
export const unionOf = (document: JsonObject, schema: Located, { isNullable }: SchemaView): SchemaView => ({
  ...emptyView(),
  isNullable,
  variants: [onlyAlternative(document, schema)],
});

/** More choices of one than anybody puts into each other. */
const MOST_STEPS = 64;

/** What a choice leaves that has a single alternative beside null; the schema itself where it is none. */
function onlyAlternative(document: JsonObject, start: Located): Located {
  let at = start;
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, pointer } = schemaAt(document, at);
    if (!isObject(value) || value.properties !== undefined) return at;
    const key = value.oneOf === undefined ? 'anyOf' : 'oneOf';
    const entries = arrayOf(value[key]);
    const index = entries.findIndex((entry) => !isNull(entry));
    if (entries.filter((entry) => !isNull(entry)).length !== 1) return at;
    at = { value: entries[index], pointer: `${pointer}/${key}/${index}` };
  }
  return start;
}

/** Alternatives that both have are compared further down; the others came or went. */
export function diffVariants(
  place: SchemaPlace,
  before: SchemaView,
  after: SchemaView,
  pointer: string,
  note: NoteSchema,
  descend: Descend,
): void {
  if (before.variants.length === 0 && after.variants.length === 0) return;
  const { older, newer, side, label } = place;
  const former = variantsOf(older, before.variants);
  const present = variantsOf(newer, after.variants);
  const isInput = side === 'input';
  pairUp(former, present, (was, is) => descend(label, was.schema, is.schema));
  for (const { name, schema } of present) {
    const tells = sensitiveRemark(newer, side, '', schema);
    const [plain, sensitive] = isInput
      ? (['input-widened', 'sensitive-input-added'] as const)
      : (['output-widened', 'sensitive-output-added'] as const);
    note(
      tells === '' ? plain : sensitive,
      pointer,
      (subject) => `${subject} also ${isInput ? 'takes' : 'returns'} ${name} for ${label}${tells}`,
    );
  }
  for (const { name } of former) {
    note(
      isInput ? 'input-narrowed' : 'output-changed',
      pointer,
      (subject) => `${subject} no longer ${isInput ? 'takes' : 'returns'} ${name} for ${label}`,
    );
  }
}

interface Variant {
  name: string;
  isNamed: boolean;
  schema: Located;
  /** Its canonical text, made when it is asked for. */
  text: () => string;
  /** Its type and the names of its properties. */
  outline: () => string;
}

/**
 * Takes from both lists what is the same alternative: by its name, then by what it says, since a schema written in place
 * is the one that is referred to, and last, among those without a name, by their outline and by their order.
 */
function pairUp(former: Variant[], present: Variant[], found: (was: Variant, is: Variant) => void): void {
  const passes: ((was: Variant, is: Variant) => boolean)[] = [
    (was, is) => was.isNamed && is.isNamed && was.name === is.name,
    (was, is) => was.text() === is.text(),
    (was, is) => isUnnamed(was, is) && was.outline() === is.outline(),
    isUnnamed,
  ];
  for (const isSame of passes) {
    const left = present.filter((is) => {
      const at = former.findIndex((was) => isSame(was, is));
      const [was] = at === -1 ? [] : former.splice(at, 1);
      if (was) found(was, is);
      return !was;
    });
    present.splice(0, present.length, ...left);
  }
}

const isUnnamed = (was: Variant, is: Variant): boolean => !was.isNamed || !is.isNamed;

function variantsOf(document: JsonObject, schemas: readonly Located[]): Variant[] {
  const taken = new Set<string>();
  return schemas.map((schema, index) => {
    const { value = true, pointer } = schemaAt(document, schema);
    const title = isObject(value) ? textOf(value.title) : null;
    const isComponent = pointer !== schema.pointer || isComponentPointer(pointer);
    const called = isComponent ? lastToken(pointer) : (title ?? `variant ${index + 1}`);
    const name = taken.has(called) ? `${called} (${index + 1})` : called;
    taken.add(name);
    let text: string | null = null;
    let outline: string | null = null;
    return {
      name,
      isNamed: isComponent || title !== null,
      schema,
      text: () => (text ??= canonicalText(value, OPENAPI_SHAPES.schema, new Map())),
      outline: () => (outline ??= outlineOf(document, schema)),
    };
  });
}

function outlineOf(document: JsonObject, schema: Located): string {
  const { type, properties } = viewSchema(document, schema);
  return JSON.stringify([type, ...[...properties.keys()].sort()]);
}
