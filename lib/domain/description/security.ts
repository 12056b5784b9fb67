import { arrayOf, isObject, textsOf } from './json-values.ts';
import type { JsonObject, JsonValue } from './types.ts';

/** The alternative of a security requirement that asks for nothing. */
export const ANONYMOUS = 'anonymous';

/** Security requirements are alternatives; one that is missing, or that asks for nothing, lets everybody in. */
export function isAnonymous(security: JsonValue | undefined): boolean {
  const alternatives = arrayOf(security);
  return (
    alternatives.length === 0 ||
    alternatives.some((entry) => isObject(entry) && Object.keys(entry).length === 0)
  );
}

/** One alternative as text: `company[shelves:read]`, several schemes at once as `key & company[a, b]`. */
export function describeAlternative(requirement: JsonObject): string {
  const schemes = Object.keys(requirement).sort();
  if (schemes.length === 0) return ANONYMOUS;
  return schemes
    .map((scheme) => {
      const scopes = textsOf(requirement[scheme]).sort();
      return scopes.length === 0 ? scheme : `${scheme}[${scopes.join(', ')}]`;
    })
    .join(' & ');
}

/** The alternatives of a security requirement as texts, in document order, each once. */
export function describeSecurity(security: JsonValue | undefined): string[] {
  const alternatives = arrayOf(security);
  if (alternatives.length === 0) return [];
  return [...new Set(alternatives.filter(isObject).map(describeAlternative))];
}
