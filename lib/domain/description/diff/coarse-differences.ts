import { isObject } from '../json-values.ts';
import type { Shape } from '../material-shape.ts';
import { escapeToken } from '../pointer.ts';
import type { JsonValue } from '../types.ts';
import { firstDifferenceAt, materialEntries } from './first-difference.ts';

export interface Difference {
  pointer: string;
  how: 'added' | 'removed' | 'changed';
  /** The first place below `pointer` that differs. */
  first: string;
  /** What stands there is an extension, and no name that the author gave to a header, say. */
  isExtension: boolean;
}

/** Shapes that are compared as a whole: below them a difference belongs to what is named already. */
const WHOLE: ReadonlySet<string> = new Set([
  'schema',
  'parameters',
  'parameter',
  'header',
  'security',
  'securityScheme',
  'servers',
  'server',
  'encodings',
  'link',
  'exact',
  'set',
  'optional-set',
  'type',
  'directiveDefinition',
  'message',
  'enum',
  'service',
  'channel',
]);

/** Every place at which two canonical forms differ, down to whole schemas, lists of parameters and the like. */
export function* coarseDifferences(
  older: JsonValue,
  newer: JsonValue,
  shape: Shape,
  pointer: string,
  isExtension = false,
): Generator<Difference> {
  if (WHOLE.has(shape.name) || !isObject(older) || !isObject(newer)) {
    yield { pointer, how: 'changed', first: firstDifferenceAt(older, newer, shape, pointer), isExtension };
    return;
  }
  const [before, after] = [materialEntries(older, shape), materialEntries(newer, shape)];
  for (const [key, { value, child, text }] of after) {
    const place = `${pointer}/${escapeToken(key)}`;
    const former = before.get(key);
    const isOwn = isExtensionOf(shape, key);
    if (former === undefined) yield { pointer: place, how: 'added', first: place, isExtension: isOwn };
    else if (former.text !== text) yield* coarseDifferences(former.value, value, child, place, isOwn);
  }
  for (const key of before.keys()) {
    const place = `${pointer}/${escapeToken(key)}`;
    if (!after.has(key))
      yield { pointer: place, how: 'removed', first: place, isExtension: isExtensionOf(shape, key) };
  }
}

const isExtensionOf = ({ extensible, fields }: Shape, key: string): boolean =>
  extensible && key.startsWith('x-') && !fields.has(key);
