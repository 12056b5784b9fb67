import { arrayOf, isObject, objectOf } from '../json-values.ts';
import { resolve } from '../pointer.ts';
import { SENSITIVITY_NAMES, sensitivityOf } from '../sensitive-names.ts';
import type { Sensitivity } from '../sensitive-names.ts';
import type { JsonObject } from '../types.ts';
import type { Side } from './schema-place.ts';
import { schemaAt } from './schema-reference.ts';
import { viewSchema } from './schema-view.ts';
import type { Located } from './schema-facts.ts';

/** Schemas looked into below something new. */
const MOST_SCHEMAS = 200;

/** Properties that only answers have are no input, and the other way round. */
export function travels(document: JsonObject, { value, pointer }: Located, side: Side): boolean {
  const mark = side === 'input' ? 'readOnly' : 'writeOnly';
  const stated = schemaAt(document, { value, pointer }).value;
  // The mark may stand beside a reference, with its target, or with one of several parts.
  return ![stated, resolve(document, value, pointer).value, ...arrayOf(objectOf(stated).allOf)].some(
    (part) =>
      objectOf(resolve(document, part, pointer).value)[mark] === true || objectOf(part)[mark] === true,
  );
}

/** Whatever comes in may be abused; of what goes out, secrets and what is personal. */
const matters = (kind: Sensitivity | null, side: Side): kind is Sensitivity =>
  kind !== null && (side === 'input' || kind === 'secret' || kind === 'personal');

/** What makes something new sensitive, for the end of a sentence: ` (a secret)`, ` (with login.password, a secret)`. */
export function sensitiveRemark(document: JsonObject, side: Side, name: string, schema: Located): string {
  const own = sensitivityOf(name);
  if (matters(own, side)) return ` (${SENSITIVITY_NAMES[own]})`;
  const within = sensitiveWithin(document, side, schema);
  return within === null ? '' : ` (with ${within.path}, ${SENSITIVITY_NAMES[within.kind]})`;
}

/** The first sensitive property below a schema, level by level. */
function sensitiveWithin(
  document: JsonObject,
  side: Side,
  start: Located,
): { path: string; kind: Sensitivity } | null {
  const seen = new Set<JsonObject>();
  const waiting = [{ schema: start, path: '' }];
  for (let at = waiting.shift(); at !== undefined && seen.size < MOST_SCHEMAS; at = waiting.shift()) {
    const { value, pointer } = resolve(document, at.schema.value, at.schema.pointer);
    if (!isObject(value) || seen.has(value)) continue;
    seen.add(value);
    const { properties, items, variants, additional } = viewSchema(document, { value, pointer });
    for (const [name, property] of properties) {
      if (!travels(document, property, side)) continue;
      const path = at.path === '' ? name : `${at.path}.${name}`;
      const kind = sensitivityOf(name);
      if (matters(kind, side)) return { path, kind };
      waiting.push({ schema: property, path });
    }
    for (const schema of [items, additional, ...variants])
      if (schema !== null && typeof schema === 'object') waiting.push({ schema, path: at.path });
  }
  return null;
}
