import type { JsonObject, JsonValue } from '../description/types.ts';
import { createCursor } from './cursor.ts';
import { GRAMMAR } from './grammar.ts';
import type { Kind, Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import { escapeSegment, localPointer, refOf } from './references.ts';
import type { RuleIndex } from './rule-index.ts';
import type { DocumentNode, Fires, ObjectNode, Rule } from './rule.ts';
import { createUnits } from './units.ts';
import type { Units } from './units.ts';

/** Objects nested deeper are not looked at; the parser refuses such descriptions before. */
export const DEEPEST = 512;

/** One rule at one place. */
export interface Hit {
  rule: Rule;
  pointer: string;
  unit: number;
  side: Side;
}

export interface Walked {
  hits: Hit[];
  units: Units;
  /** How many typed objects there are, the denominator of the rules about values. */
  values: number;
  met: Partial<Record<Kind, number>>;
}

/** Pointers of the security schemes an operation names. */
function schemesOf({ security, document: { format } }: OperationNode): string[] {
  const base = format === 'openapi-2.0' ? '/securityDefinitions' : '/components/securitySchemes';
  return security.flatMap((requirement) =>
    Object.keys(requirement).map((name) => `${base}/${escapeSegment(name)}`),
  );
}

/**
 * One pass over every object of the description. References are noted and not entered, so the pass ends whatever they
 * form, and a shared component is met once however many operations lead to it.
 */
export function walk(document: DocumentNode, index: RuleIndex): Walked {
  const units = createUnits(document.operations.map(({ pointer }) => pointer));
  const cursor = createCursor();
  const hits: Hit[] = [];
  const met: Partial<Record<Kind, number>> = {};
  const reported = new Map<Rule, Set<string>>();
  let values = 0;

  function hit(rule: Rule, pointer: string, unit: number, side: Side): void {
    let pointers = reported.get(rule);
    if (!pointers) reported.set(rule, (pointers = new Set()));
    if (pointers.has(pointer)) return;
    pointers.add(pointer);
    hits.push({ rule, pointer, unit, side });
  }

  function record(rule: Rule, fires: Fires, own: string, unit: number, side: Side): void {
    if (fires === false) return;
    if (fires === true) return hit(rule, own, unit, side);
    for (const pointer of typeof fires === 'string' ? [fires] : fires) {
      hit(rule, pointer, pointer === own || pointer.startsWith(`${own}/`) ? unit : units.of(pointer), side);
    }
  }

  function nodeAt<V extends JsonValue>(value: V, side: Side): ObjectNode<V> {
    return {
      value,
      key: cursor.keys[cursor.depth - 1] ?? '',
      pointer: cursor.pointer(),
      side,
      underPaths: cursor.keys[0] === 'paths',
      document,
    };
  }

  /** True when the value stands elsewhere and is looked at there. */
  function noteReference(value: JsonObject, unit: number, side: Side): boolean {
    const ref = refOf(value);
    if (ref === undefined) return false;
    const target = localPointer(ref);
    if (target === undefined || document.references.at(target) === undefined) {
      document.dangling.push({ pointer: cursor.pointer(), ref, isExternal: target === undefined });
      return false;
    }
    units.edges.push({ from: unit, to: units.of(target), side });
    return true;
  }

  function checkTyped(value: JsonObject, unit: number, side: Side): void {
    const { type } = value;
    if (type === undefined || type === null) return;
    const types = typeof type === 'string' ? [type] : Array.isArray(type) ? type : [];
    if (types.length > 1 && document.dialect !== '3.1') return;
    if (types.length > 0) values += 1;
    for (const name of types) {
      const rules = typeof name === 'string' ? index.typed.get(name) : undefined;
      if (!rules) continue;
      for (const rule of rules)
        if (rule.check(value)) hits.push({ rule, pointer: cursor.pointer(), unit, side });
    }
  }

  function visitChild(key: string, child: JsonValue, kind: Kind, side: Side, unit: number): void {
    if (typeof child !== 'object' || child === null) return;
    cursor.enter(key);
    const own = cursor.depth === 2 || cursor.depth === 3 ? units.of(cursor.pointer()) : unit;
    visit(child, kind, side, own);
    cursor.leave();
  }

  function visit(value: JsonObject | JsonValue[], kind: Kind, side: Side, unit: number): void {
    if (cursor.depth > DEEPEST) return;
    const grammar = GRAMMAR[kind];
    const inner = side === 'third-party' ? side : (grammar.side ?? side);
    if (Array.isArray(value)) {
      const each = grammar.each ?? kind;
      for (let place = 0; place < value.length; place += 1)
        visitChild(String(place), value[place] ?? null, each, inner, unit);
      return;
    }
    if (noteReference(value, unit, side)) return;
    met[kind] = (met[kind] ?? 0) + 1;
    checkTyped(value, unit, inner);
    const rules = index.semantic.get(kind);
    if (rules) {
      const node = nodeAt(value, inner);
      for (const rule of rules) record(rule, rule.check(node), node.pointer, unit, inner);
    }
    const { fields } = grammar;
    const each = grammar.each ?? 'other';
    for (const key of Object.keys(value)) {
      const child = value[key];
      if (typeof child !== 'object' || child === null) continue;
      const keyed = index.keyed.get(key);
      if (keyed) {
        cursor.enter(key);
        const node = nodeAt(child, inner);
        for (const rule of keyed) record(rule, rule.check(node), node.pointer, unit, inner);
        cursor.leave();
      }
      visitChild(key, child, fields.get(key) ?? each, inner, unit);
    }
  }

  visit(document.root, 'document', 'none', 0);
  for (const rule of index.document) record(rule, rule.check(document), '', 0, 'none');
  for (const operation of document.operations) {
    const unit = units.of(operation.pointer);
    for (const scheme of schemesOf(operation))
      units.edges.push({ from: unit, to: units.of(scheme), side: 'request' });
    for (const rule of index.operation)
      record(rule, rule.check(operation), operation.pointer, unit, 'request');
  }
  return { hits, units, values, met };
}
