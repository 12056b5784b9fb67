import type { JsonObject, JsonValue } from '../description/types.ts';
import { createCursor } from './cursor.ts';
import { GRAMMAR } from './grammar.ts';
import type { Kind, Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import { isObject } from '../description/json-values.ts';
import { localPointer, pointerTokens } from '../description/pointer.ts';
import { refOf } from './references.ts';
import type { References } from './references.ts';
import type { RuleIndex } from './rule-index.ts';
import { wordsOf } from './words-of.ts';
import type { Dangling, ExampleRule, KeyedRule, ObjectRule, PropertyRule, TypedRule } from './rule.ts';
import { createUnits } from './units.ts';
import type { Units } from './units.ts';

/** Objects nested deeper are not looked at; the parser refuses such descriptions before. */
export const DEEPEST = 512;

/** Texts of examples shorter than this cannot be a credential worth the name. */
const SHORTEST_SECRET = 16;

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
/** A rule that the walk could decide by itself. */
export interface Broken extends Visit {
  rule: ExampleRule | PropertyRule | TypedRule;
}
/** A typed object that breaks a rule by one of its children, which may be a reference. */
export interface BrokenChild extends Broken {
  child: JsonValue;
}

export interface Walked {
  met: Met[];
  held: Held[];
  broken: Broken[];
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

/** An AsyncAPI 3 operation says itself which way its messages go. */
function sideOfAction(kind: Kind, { action }: JsonObject): Side | undefined {
  if (kind !== 'operation') return undefined;
  return action === 'send' ? 'response' : action === 'receive' ? 'request' : undefined;
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
  const broken: Broken[] = [];
  const brokenChildren: BrokenChild[] = [];
  const aside: Aside[] = [];
  const dangling: Dangling[] = [];
  const counts = new Map<Kind, number>();
  let values = 0;

  /** True when the value stands elsewhere and is looked at there. */
  function noteReference(value: JsonObject, unit: number, side: Side): boolean {
    const ref = refOf(value);
    if (ref === undefined) return false;
    const target = localPointer(ref);
    if (target === null || references.at(target) === undefined) {
      dangling.push({ pointer: cursor.pointer(), ref, isExternal: target === null });
      return false;
    }
    const isAlias = cursor.depth < 4 && units.list[unit]?.pointer === cursor.pointer();
    units.edges.push({ from: unit, to: units.of(target), target, side, isAlias });
    if (Object.keys(value).length > 1) aside.push({ value, pointer: cursor.pointer(), unit, side });
    return true;
  }

  function checkType(value: JsonObject, name: string, unit: number, side: Side): void {
    for (const rule of index.typed.get(name) ?? []) {
      const fires = rule.check(value);
      if (fires === false) continue;
      if (fires === true) {
        broken.push({ rule, pointer: cursor.pointer(), unit, side });
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

  function checkProperty(key: string, child: JsonObject, unit: number, side: Side): void {
    const rules = index.property(key);
    if (rules.length === 0 || side === 'third-party') return;
    cursor.enter(key);
    const pointer = cursor.pointer();
    const { value } = references.follow({ value: child, pointer });
    const owner = wordsOf(pointerTokens(units.list[unit]?.pointer ?? '').join(' '));
    for (const rule of rules) {
      if (isObject(value) && rule.check(value, owner, wordsOf(key)))
        broken.push({ rule, pointer, unit, side });
    }
    cursor.leave();
  }

  function checkExample(key: string, text: string, unit: number, side: Side): void {
    for (const rule of index.example) {
      if (!rule.check(text)) continue;
      cursor.enter(key);
      broken.push({ rule, pointer: cursor.pointer(), unit, side });
      cursor.leave();
    }
  }

  function visitChild(
    key: string,
    child: JsonObject | JsonValue[],
    kind: Kind,
    side: Side,
    unit: number,
  ): void {
    cursor.enter(key);
    visit(child, kind, side, cursor.depth > 1 && cursor.depth < 5 ? units.of(cursor.pointer()) : unit);
    cursor.leave();
  }

  function visitObject(value: JsonObject, kind: Kind, side: Side, unit: number): void {
    if (noteReference(value, unit, side)) return;
    const grammar = GRAMMAR[kind];
    const inner = side === 'third-party' ? side : (sideOfAction(kind, value) ?? grammar.side ?? side);
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (cursor.depth > 0) checkTypes(value, unit, inner);
    const rules = index.semantic.get(kind);
    if (rules) {
      met.push({
        value,
        key: cursor.keys[cursor.depth - 1] ?? '',
        pointer: cursor.pointer(),
        unit,
        side: inner,
        rules,
      });
    }
    const { fields } = grammar;
    const each = grammar.each ?? 'other';
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (typeof child === 'string') {
        const isExample = kind === 'example' || fields.get(key) === 'example';
        if (isExample && child.length >= SHORTEST_SECRET) checkExample(key, child, unit, inner);
        continue;
      }
      if (typeof child !== 'object' || child === null) continue;
      if (kind === 'properties' && !Array.isArray(child)) checkProperty(key, child, unit, inner);
      const keyed = index.keyed.get(key);
      if (keyed) {
        cursor.enter(key);
        const isBelowPaths = cursor.depth > 1 && cursor.keys[0] === 'paths';
        held.push({ value: child, pointer: cursor.pointer(), unit, side: inner, isBelowPaths, rules: keyed });
        cursor.leave();
      }
      visitChild(key, child, fields.get(key) ?? each, inner, unit);
    }
  }

  function visit(value: JsonObject | JsonValue[], kind: Kind, side: Side, unit: number): void {
    if (cursor.depth > DEEPEST) return;
    if (!Array.isArray(value)) return visitObject(value, kind, side, unit);
    const grammar = GRAMMAR[kind];
    const each = grammar.each ?? kind;
    const inner = side === 'third-party' ? side : (grammar.side ?? side);
    for (let place = 0; place < value.length; place += 1) {
      const child = value[place];
      if (typeof child === 'object' && child !== null) visitChild(String(place), child, each, inner, unit);
    }
  }

  visit(root, 'document', 'none', 0);
  return { met, held, broken, brokenChildren, aside, units, dangling, counts, values };
}
