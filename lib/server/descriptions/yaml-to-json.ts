import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { LineCounter, Node, Pair, Scalar, YAMLMap } from 'yaml';
import { DESCRIPTION_LIMITS } from '#lib/domain/description/limits.ts';
import { escapeToken } from '#lib/domain/description/pointer.ts';
import type { JsonObject, JsonValue } from '#lib/domain/description/types.ts';
import { refused, tooDeep, tooManyValues } from './description-error.ts';
import { setOwn } from './set-own.ts';
import { isMergeKey, plainKey } from './yaml-keys.ts';

interface Anchored {
  value: JsonValue;
  /** Values in it, those behind its own aliases included. */
  size: number;
}

/** The value of a node, with aliases and merge keys resolved; values behind an alias are shared, not copied. */
export function yamlToJson(root: unknown, lines: LineCounter): JsonValue {
  const anchors = new Map<string, Anchored | 'open'>();
  let written = 0;
  let aliased = 0;

  const positionOf = (node: unknown) => lines.linePos((node as Node | null)?.range?.[0] ?? 0);
  const placeOf = (node: unknown): string => {
    const { line, col } = positionOf(node);
    return `line ${line}, column ${col}`;
  };

  const convert = (node: unknown, pointer: string, depth: number): JsonValue => {
    if (depth > DESCRIPTION_LIMITS.depth) throw tooDeep(positionOf(node).line);
    if (isAlias(node)) return dereference(node.source, node).value;
    if (++written > DESCRIPTION_LIMITS.values) throw tooManyValues();
    const anchor = isScalar(node) || isMap(node) || isSeq(node) ? node.anchor : undefined;
    if (anchor === undefined) return content(node, pointer, depth);
    const before = written + aliased;
    anchors.set(anchor, 'open');
    const value = content(node, pointer, depth);
    anchors.set(anchor, { value, size: written + aliased - before + 1 });
    return value;
  };

  const dereference = (name: string, node: unknown): Anchored => {
    const target = anchors.get(name);
    if (target === undefined) {
      throw refused('malformed', `In ${placeOf(node)} the alias *${name} refers to nothing before it.`);
    }
    if (target === 'open')
      throw refused('alias-cycle', `In ${placeOf(node)} the alias *${name} contains itself.`);
    spend(target.size);
    return target;
  };

  const spend = (values: number) => {
    aliased += values;
    if (aliased <= DESCRIPTION_LIMITS.aliasedValues) return;
    const limit = DESCRIPTION_LIMITS.aliasedValues.toLocaleString('en');
    throw refused('alias-limit', `The aliases of the description stand for more than ${limit} values.`);
  };

  const content = (node: unknown, pointer: string, depth: number): JsonValue => {
    if (isMap(node)) return object(node, pointer, depth);
    if (isSeq(node)) return node.items.map((item, index) => convert(item, `${pointer}/${index}`, depth + 1));
    return isScalar(node) ? scalar(node, pointer) : null;
  };

  const scalar = (node: Scalar, pointer: string): JsonValue => {
    const { value } = node;
    if (typeof value === 'string' || typeof value === 'boolean' || value === null || value === undefined)
      return value ?? null;
    if (typeof value === 'number' && Number.isFinite(value)) return value;
    const detail = `In ${placeOf(node)} the value ${node.source ?? 'here'} cannot be written as JSON.`;
    throw refused('number', detail, [{ pointer, detail }]);
  };

  const object = (map: YAMLMap, pointer: string, depth: number): JsonObject => {
    const result: JsonObject = {};
    const merges: Pair[] = [];
    for (const pair of map.items) {
      if (isMergeKey(pair.key)) {
        merges.push(pair);
        continue;
      }
      const key = keyText(pair.key);
      const place = `${pointer}/${escapeToken(key)}`;
      if (Object.hasOwn(result, key)) {
        const detail = `In ${placeOf(pair.key)} the key ${JSON.stringify(key)} is repeated.`;
        throw refused('duplicate-key', detail, [{ pointer: place, detail }]);
      }
      setOwn(result, key, convert(pair.value, place, depth + 1));
    }
    for (const { value, key } of merges) mergeInto(result, value, key);
    return result;
  };

  /** `<<` adds what the map does not have itself; of several sources the earlier wins. */
  const mergeInto = (target: JsonObject, source: unknown, key: unknown): void => {
    const sources = isSeq(source) ? source.items : [source];
    for (const item of sources) {
      const value = isAlias(item) ? dereference(item.source, item).value : convert(item, '', 1);
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        throw refused('malformed', `In ${placeOf(key)} a merge key << must name a map or a list of maps.`);
      }
      for (const name of Object.keys(value)) {
        if (!Object.hasOwn(target, name)) setOwn(target, name, value[name] ?? null);
      }
    }
  };

  const keyText = (node: unknown): string => {
    if (isAlias(node)) {
      const { value } = dereference(node.source, node);
      if (typeof value !== 'object' || value === null) return String(value);
    }
    if (isScalar(node)) return plainKey(node);
    if (node === null) return '';
    throw refused(
      'malformed',
      `In ${placeOf(node)} a key is a map or a list; only plain keys can be written as JSON.`,
    );
  };

  return convert(root, '', 1);
}
