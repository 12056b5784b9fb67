import { isObject } from '../description/json-values.ts';
import type { JsonObject, JsonValue } from '../description/types.ts';
import type { Kind, Side } from './grammar.ts';
import { refOf } from './references.ts';

/** An AsyncAPI 3 operation says itself which way its messages go; replies go the other way. */
export function sideOfAction(kind: Kind, { action }: JsonObject, side: Side): Side | undefined {
  if (kind === 'operation')
    return action === 'send' ? 'response' : action === 'receive' ? 'request' : undefined;
  if (kind !== 'reply') return undefined;
  return side === 'response' ? 'request' : 'response';
}

const FOREIGN = /avro|protobuf|raml|xml/i;

function isForeign(schemaFormat: JsonValue | undefined, schema: JsonValue | undefined): boolean {
  // Where a schema is kept is said in the same way in all of them.
  if (refOf(schema ?? null) !== undefined) return false;
  if (typeof schemaFormat === 'string') return FOREIGN.test(schemaFormat);
  return isObject(schema) && schema.type === 'record' && Array.isArray(schema.fields);
}

/**
 * A child that says nothing about what this object carries: a channel beside the messages picked from it, or a payload
 * in another language than JSON Schema, whose words mean other things.
 */
export function isElsewhereOrForeign(kind: Kind, value: JsonObject, key: string): boolean {
  switch (key) {
    case 'channel':
      return (kind === 'operation' || kind === 'reply') && Array.isArray(value.messages);
    case 'payload':
      return kind === 'message' && isForeign(value.schemaFormat, value.payload);
    case 'schema':
      return kind === 'schema' && isForeign(value.schemaFormat, value.schema);
    default:
      return false;
  }
}
