import { ASYNCAPI_SHAPES } from './asyncapi-shapes.ts';
import { canonicalText, reach } from './canonical-text.ts';
import type { Pointers } from './canonical-text.ts';
import { familyOf } from './formats.ts';
import type { FormatFamily } from './formats.ts';
import { GRAPHQL_SHAPES } from './graphql-shapes.ts';
import type { Shape } from './material-shape.ts';
import { OPENAPI_SHAPES } from './openapi-shapes.ts';
import { localPointer, pointerTokens } from './pointer.ts';
import { PROTOBUF_SHAPES } from './protobuf-shapes.ts';
import type { JsonValue, ParsedDescription } from './types.ts';

const ROOTS = {
  openapi: OPENAPI_SHAPES.document,
  asyncapi: ASYNCAPI_SHAPES.document,
  graphql: GRAPHQL_SHAPES.document,
  protobuf: PROTOBUF_SHAPES.document,
} satisfies Record<FormatFamily, Shape>;

export const rootShape = ({ format }: ParsedDescription): Shape => ROOTS[familyOf(format)];

/**
 * The canonical text of what matters to security in a description; its SHA-256 is the material digest.
 *
 * In it: format, operations, parameters, schemas, security, servers, and the extensions that gateways enforce. Not in
 * it: title and version, descriptions, summaries, examples, contact, licence, tags, links to documentation, other
 * extensions, formatting, and orders without a meaning. Every reusable component counts, used or not: a polymorphic
 * schema is reached by its name alone, so "unused" cannot be told with certainty. References stay by name; a target
 * that would otherwise be left out (below an extension or an example, say) is appended under its pointer.
 */
export function materialText(parsed: ParsedDescription): string {
  const pointers: Pointers = new Map();
  const main = canonicalText(parsed.document, rootShape(parsed), pointers);
  const appendix = appendedTargets(parsed, pointers).map(
    ({ pointer, shape, text }) => `${pointer.length}:${pointer}${shape}=${text}`,
  );
  return [parsed.format, main, ...appendix.sort()].join('\n');
}

interface Target {
  pointer: string;
  shape: string;
  value: JsonValue;
  text: string;
}

/** Targets of references that the walk from the root does not visit in the shape in which they are used. */
export function appendedTargets(parsed: ParsedDescription, pointers: Pointers): Target[] {
  const root = rootShape(parsed);
  const targets: Target[] = [];
  // Texts of targets may note further pointers; a Map and a Set hand those out in the same loop.
  for (const [ref, shapes] of pointers) {
    const pointer = localPointer(ref);
    const found = pointer === null ? null : reach(parsed.document, root, pointerTokens(pointer));
    if (pointer === null || found === null) continue;
    for (const shape of shapes) {
      if (found.shape === shape) continue;
      targets.push({
        pointer,
        shape: shape.name,
        value: found.value,
        text: canonicalText(found.value, shape, pointers),
      });
    }
  }
  return targets;
}
