import { canonicalText } from '../canonical-text.ts';
import { member, objectOf } from '../json-values.ts';
import { OPENAPI_SHAPES } from '../openapi-shapes.ts';
import type { JsonObject, OperationInfo } from '../types.ts';
import { schemesAsIn3 } from './schemes-as-in-3.ts';

export const isVersion2 = ({ swagger }: JsonObject): boolean => swagger !== undefined;

export interface ComparableSchemes {
  /** By their present names, and both as the same version writes them. */
  older: JsonObject;
  newer: JsonObject;
  /** Former name → present name of the schemes that are only called otherwise. */
  renamed: ReadonlyMap<string, string>;
}

/** The security schemes of two OpenAPI documents; two that say the same are the same one, whatever they are called. */
export function comparableSchemes(older: JsonObject, newer: JsonObject): ComparableSchemes {
  const isAcross = isVersion2(older) !== isVersion2(newer);
  const read = (document: JsonObject) =>
    isAcross && isVersion2(document) ? schemesAsIn3(schemesOf(document)) : schemesOf(document);
  const [before, after] = [read(older), read(newer)];
  const renamed = renamedSchemes(before, after);
  const byPresentName = Object.entries(before).map(([name, scheme]) => [renamed.get(name) ?? name, scheme]);
  return { older: Object.fromEntries(byPresentName) as JsonObject, newer: after, renamed };
}

const schemesOf = (document: JsonObject): JsonObject =>
  objectOf(document.securityDefinitions ?? objectOf(document.components).securitySchemes);

function renamedSchemes(before: JsonObject, after: JsonObject): Map<string, string> {
  const renamed = new Map<string, string>();
  const fresh = Object.keys(after).filter((name) => member(before, name) === undefined);
  for (const name of Object.keys(before)) {
    if (member(after, name) !== undefined) continue;
    const same = fresh.filter((other) => textAt(after, other) === textAt(before, name));
    // Of two that say the same nobody knows which it was.
    const [other] = same;
    if (other === undefined || same.length > 1 || [...renamed.values()].includes(other)) continue;
    renamed.set(name, other);
  }
  return renamed;
}

const textAt = (schemes: JsonObject, name: string): string =>
  canonicalText(member(schemes, name) ?? null, OPENAPI_SHAPES.securityScheme, new Map());

/** Operations whose alternatives, such as `company[shelves:read] & key`, are written with the present names. */
export function withPresentNames(
  operations: readonly OperationInfo[],
  renamed: ComparableSchemes['renamed'],
): readonly OperationInfo[] {
  if (renamed.size === 0) return operations;
  const rename = (part: string) => part.replace(/^[^[]*/, (name) => renamed.get(name) ?? name);
  return operations.map((operation) => ({
    ...operation,
    security: operation.security.map((entry) => entry.split(' & ').map(rename).sort().join(' & ')),
  }));
}
