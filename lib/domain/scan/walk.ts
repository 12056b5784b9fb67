import type { JsonObject, JsonValue } from '../description/types.ts';
import { createCursor } from './cursor.ts';
import { PLACES } from './grammar.ts';
import type { Kind, Place, Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import { isObject } from '../description/json-values.ts';
import { localPointer, pointerTokens } from '../description/pointer.ts';
import { isElsewhereOrForeign, sideOfAction } from './messaging.ts';
import { refOf } from './references.ts';
import type { References } from './references.ts';
import type { RuleIndex } from './rule-index.ts';
import { wordsOf } from './words-of.ts';
import type { Hit } from './hit.ts';
import type { Dangling, KeyedRule, ObjectRule, Rule, TypedRule } from './rule.ts';
import { createUnits } from './units.ts';
import type { Units } from './units.ts';

/** Objects nested deeper are not looked at; the parser refuses such descriptions before. */
export const DEEPEST = 512;

/** Texts of examples shorter than this cannot be a credential worth the name. */
const SHORTEST_SECRET = 16;
/** Of longer ones only the beginning is looked at. */
const LONGEST_EXAMPLE = 10_000;

export interface Visit {
  pointer: string;
  unit: number;
  side: Side;
}
/** An object that rules want to look at once everything is known. */
export interface Met extends Visit {
  value: JsonObject;
  key: string;
  rules: readonly ObjectRule[];
}
/** What a telling key holds. */
export interface Held extends Visit {
  value: JsonValue;
  isBelowPaths: boolean;
  rules: readonly KeyedRule[];
}
/** A reference with other keys beside it: rules about values report it here, not where it leads. */
export interface Aside extends Visit {
  value: JsonObject;
}
/** A typed object that breaks a rule by one of its children, which may be a reference. */
export interface BrokenChild extends Visit {
  rule: TypedRule;
  child: JsonValue;
}

export interface Walked {
  met: Met[];
  held: Held[];
  /** Rules that the walk could decide by itself. */
  broken: Hit[];
  brokenChildren: BrokenChild[];
  aside: Aside[];
  units: Units;
  dangling: Dangling[];
  /** How many objects of each kind. */
  counts: Map<Kind, number>;
  /** How many typed objects. */
  values: number;
}

/** The types of a value; a list of several means something since 3.1 only. */
export function typesOf({ type }: JsonObject, dialect: string): string[] {
  if (typeof type === 'string') return [type];
  if (!Array.isArray(type) || (type.length > 1 && dialect !== '3.1')) return [];
  return [...new Set(type)].filter((name) => typeof name === 'string');
}

/**
 * One pass over every object of the description. References are noted and not entered, so the pass ends whatever they
 * form, and a shared component is met once however many operations lead to it.
 */
export function walk(
  root: JsonObject,
  dialect: string,
  operations: readonly OperationNode[],
  references: References,
  index: RuleIndex,
): Walked {
  const units = createUnits(operations);
  const cursor = createCursor();
  const met: Met[] = [];
  const held: Held[] = [];
  const broken: Hit[] = [];
  const brokenChildren: BrokenChild[] = [];
  const aside: Aside[] = [];
  const targets = new Map<string, { target: string; unit: number } | null>();
  const owners = new Map<string, string[]>();
  const keys = cursor.keys;
  const dangling: Dangling[] = [];
  const counts = new Map<Kind, number>();
  let values = 0;

  function broke(rule: Rule, unit: number, side: Side): void {
    broken.push({ rule, pointer: cursor.pointer(), unit, side, isDirect: true, isReferred: false });
  }

  function targetOf(ref: string): { target: string; unit: number } | undefined {
    const pointer = localPointer(ref);
    if (pointer === null || references.at(pointer) === undefined) return undefined;
    return { target: pointer, unit: units.of(pointer) };
  }

  /** True when the value stands elsewhere and is looked at there. */
  function noteReference(value: JsonObject, unit: number, side: Side): boolean {
    const ref = refOf(value);
    if (ref === undefined) return false;
    let known = targets.get(ref);
    if (known === undefined) targets.set(ref, (known = targetOf(ref) ?? null));
    if (known === null) {
      dangling.push({ pointer: cursor.pointer(), ref, isExternal: localPointer(ref) === null });
      return false;
    }
    const isAlias = cursor.depth < 4 && units.list[unit]?.pointer === cursor.pointer();
    units.edges.push({ from: unit, to: known.unit, target: known.target, side, isAlias });
    if (Object.keys(value).length > 1) aside.push({ value, pointer: cursor.pointer(), unit, side });
    return true;
  }

  function checkType(value: JsonObject, name: string, unit: number, side: Side): void {
    for (const rule of index.typed.get(name) ?? []) {
      const fires = rule.check(value);
      if (fires === false) continue;
      if (fires === true) {
        broke(rule, unit, side);
        continue;
      }
      cursor.enter(fires);
      brokenChildren.push({ rule, child: value[fires] ?? null, pointer: cursor.pointer(), unit, side });
      cursor.leave();
    }
  }

  function checkTypes(value: JsonObject, unit: number, side: Side): void {
    if (typeof value.type === 'string') {
      values += 1;
      checkType(value, value.type, unit, side);
      return;
    }
    const types = typesOf(value, dialect);
    if (types.length > 0) values += 1;
    for (const name of types) checkType(value, name, unit, side);
  }

  /** Whether the cursor is in the answer to a failure that an operation describes itself. */
  function isInError(): boolean {
    return keys[0] === 'paths' && keys[3] === 'responses' && /^(?:[45]..|default)$/i.test(keys[4] ?? '');
  }

  function ownerOf(unit: number): string[] {
    const isError = isInError();
    const key = isError ? `error ${unit}` : String(unit);
    let words = owners.get(key);
    if (!words) {
      words = wordsOf(pointerTokens(units.list[unit]?.pointer ?? '').join(' '));
      if (isError) words.push('error');
      owners.set(key, words);
    }
    return words;
  }

  function checkProperty(key: string, child: JsonObject, unit: number, side: Side): void {
    const named = index.property(key);
    if (!named || side === 'third-party') return;
    cursor.enter(key);
    const { value } = references.follow({ value: child, pointer: '' });
    for (const rule of named.rules) {
      if (isObject(value) && rule.check(value, ownerOf(unit), named.words)) broke(rule, unit, side);
    }
    cursor.leave();
  }

  function checkExample(key: string, whole: string, unit: number, side: Side): void {
    const text = whole.length > LONGEST_EXAMPLE ? whole.slice(0, LONGEST_EXAMPLE) : whole;
    cursor.enter(key);
    for (const rule of index.example) if (rule.check(text)) broke(rule, unit, side);
    cursor.leave();
  }

  /** Whether a unit of its own begins where the cursor stands. */
  function beginsUnit(depth: number): boolean {
    switch (keys[0]) {
      case 'paths':
        return depth === 2 || depth === 3 || (depth === 4 && keys[2] === 'additionalOperations');
      case 'components':
        return depth === 3;
      case 'channels':
        return depth === 2 || depth === 3 || (depth === 4 && keys[2] === 'messages');
      default:
        return depth === 2;
    }
  }

  function visitObject(value: JsonObject, place: Place, side: Side, unit: number): void {
    if (noteReference(value, unit, side)) return;
    const { kind, fields, each } = place;
    const inner = side === 'third-party' ? side : (sideOfAction(kind, value, side) ?? place.side ?? side);
    if (place.isCounted) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (cursor.depth > 0) checkTypes(value, unit, inner);
    const rules = index.semantic.get(kind);
    // What stands elsewhere and cannot be seen is not said to lack anything.
    if (rules && refOf(value) === undefined)
      met.push({
        value,
        key: keys[cursor.depth - 1] ?? '',
        pointer: cursor.pointer(),
        unit,
        side: inner,
        rules,
      });
    const isExample = kind === 'example';
    const areProperties = kind === 'properties';
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (typeof child === 'string') {
        if (child.length < SHORTEST_SECRET) continue;
        if (isExample || fields.get(key)?.kind === 'example') checkExample(key, child, unit, inner);
        continue;
      }
      if (typeof child !== 'object' || child === null || isElsewhereOrForeign(kind, value, key)) continue;
      if (areProperties && !Array.isArray(child)) checkProperty(key, child, unit, inner);
      cursor.enter(key);
      const keyed = index.keyed.get(key);
      if (keyed) {
        const isBelowPaths = cursor.depth > 1 && keys[0] === 'paths';
        held.push({ value: child, pointer: cursor.pointer(), unit, side: inner, isBelowPaths, rules: keyed });
      }
      visit(child, fields.get(key) ?? each, inner, unit);
      cursor.leave();
    }
  }

  function visit(value: JsonObject | JsonValue[], place: Place, side: Side, outer: number): void {
    const { depth } = cursor;
    if (depth > DEEPEST) return;
    const unit = depth < 5 && depth > 1 && beginsUnit(depth) ? units.of(cursor.pointer()) : outer;
    // What leads to a channel leads to its messages.
    if (depth === 4 && unit !== outer && keys[0] === 'channels')
      units.edges.push({ from: outer, to: unit, target: cursor.pointer(), side, isAlias: false });
    if (!Array.isArray(value)) return visitObject(value, place, side, unit);
    const inner = side === 'third-party' ? side : (place.side ?? side);
    for (let at = 0; at < value.length; at += 1) {
      const child = value[at];
      if (typeof child !== 'object' || child === null) continue;
      cursor.enter(String(at));
      visit(child, place.element, inner, unit);
      cursor.leave();
    }
  }

  const whole = PLACES.get('document');
  if (whole) visit(root, whole, 'none', 0);
  return { met, held, broken, brokenChildren, aside, units, dangling, counts, values };
}
