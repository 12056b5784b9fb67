import { isObject } from '../json-values.ts';
import { resolve } from '../pointer.ts';
import type { JsonObject } from '../types.ts';
import type { Located } from './schema-facts.ts';

/** What may stand beside a reference without asking for anything. */
const REMARKS: ReadonlySet<string> = new Set(
  '$ref $comment default deprecated description example examples externalDocs summary title xml'.split(' '),
);

/**
 * Whether a schema is a reference that asks for more beside it: since OpenAPI 3.1 that counts, before it was to be
 * ignored.
 */
export function asksBeside(document: JsonObject, schema: JsonObject): boolean {
  if (typeof schema.$ref !== 'string' || !isSince31(document)) return false;
  return Object.keys(schema).some((key) => !REMARKS.has(key) && !key.startsWith('x-'));
}

const isSince31 = ({ openapi }: JsonObject): boolean =>
  typeof openapi === 'string' && /^3\.[1-9]/.test(openapi);

/** The schema that is meant at a place: that behind a reference, unless the reference is a schema of its own. */
export const schemaAt = (document: JsonObject, { value, pointer }: Located): Located =>
  isObject(value) && asksBeside(document, value) ? { value, pointer } : resolve(document, value, pointer);
