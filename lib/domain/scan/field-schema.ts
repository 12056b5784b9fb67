import { objectOf, textOf } from '../description/json-values.ts';
import type { JsonObject } from '../description/types.ts';

/** Google's API guidelines say of a field which way it goes, by an option or in the first words about it. */
function directionOf({ options, comment }: JsonObject): { readOnly?: true; writeOnly?: true } {
  const behaviour = objectOf(options)['(google.api.field_behavior)'] ?? null;
  const stated = Array.isArray(behaviour) ? behaviour : [behaviour];
  const text = textOf(comment)?.trimStart() ?? '';
  if (stated.includes('OUTPUT_ONLY') || /^\[?output[- ]only\b/i.test(text)) return { readOnly: true };
  if (stated.includes('INPUT_ONLY') || /^\[?input[- ]only\b/i.test(text)) return { writeOnly: true };
  return {};
}

/** A field of a named type as a schema; `scalar` is the JSON type, absent where the field holds another named type. */
export function fieldSchema(field: JsonObject, scalar: string | undefined): JsonObject {
  return {
    type: scalar ?? 'object',
    description: field.description ?? field.comment ?? '',
    ...(scalar === undefined ? { properties: {} } : {}),
    ...directionOf(field),
  };
}
