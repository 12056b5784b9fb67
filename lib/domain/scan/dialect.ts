import type { ParsedDescription } from '../description/types.ts';

const MINOR = /^3\.([012])(?:\.[0-9]*)?$/;

/**
 * The version as rules name it: `2.0`, `3.0`, `3.1`, `3.2`, `3.x` for an OpenAPI 3 of another kind, and the format itself
 * for everything that is not OpenAPI. Reads the text of the document, as the rules' equivalents do.
 */
export function dialectOf({ format, document }: ParsedDescription): string {
  if (!format.startsWith('openapi')) return format;
  if (format === 'openapi-2.0') return '2.0';
  const { openapi } = document;
  const version = typeof openapi === 'number' || typeof openapi === 'string' ? String(openapi) : '';
  const minor = MINOR.exec(version)?.[1];
  return minor === undefined ? '3.x' : `3.${minor}`;
}
