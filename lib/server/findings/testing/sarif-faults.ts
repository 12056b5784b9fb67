import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

/** The schema that OASIS publishes with SARIF 2.1.0; it is written in draft 4 of JSON Schema. */
const SCHEMA = JSON.parse(readFileSync(join(import.meta.dirname, 'sarif-2.1.0.schema.json'), 'utf8'));

// One of its patterns has a lone bracket, which only expressions without the `u` flag may have.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const isValid = ajv.compile(SCHEMA);

/** What the schema of SARIF 2.1.0 says against a document, each with its place. */
export function sarifFaults(document: unknown): string[] {
  if (isValid(document)) return [];
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
