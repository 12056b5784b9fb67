import type { Side } from './grammar.ts';
import { isObject } from '../description/json-values.ts';
import type { ResolvedPlace } from './resolved.ts';
import type { RuleIndex } from './rule-index.ts';
import type { DocumentNode, Fires, Rule } from './rule.ts';
import type { Hit } from './hit.ts';
import { typesOf } from './walk.ts';
import type { Walked } from './walk.ts';

export interface Judged {
  hits: Hit[];
  /** How many operations the rules looked at that are about some operations only. */
  among: Map<Rule, number>;
}

/** Runs the rules that need to know the whole description, and gathers what the walk found. */
export function judge(document: DocumentNode, walked: Walked, index: RuleIndex): Judged {
  const { units } = walked;
  const { resolved } = document;
  const hits = walked.broken;
  const among = new Map<Rule, number>();
  const known = new Map<Rule, Map<string, Hit>>();

  /** A place that references lead to may be come to in several ways; any other only once. */
  function add(hit: Hit): void {
    const { rule, pointer } = hit;
    if (
      hit.isDirect &&
      !resolved.isTargeted(hit.unit) &&
      (units.operations.get(hit.unit)?.length ?? 1) === 1
    ) {
      hits.push(hit);
      return;
    }
    let places = known.get(rule);
    if (!places) known.set(rule, (places = new Map()));
    const earlier = places.get(pointer);
    if (earlier) {
      earlier.isDirect ||= hit.isDirect;
      earlier.isReferred ||= hit.isReferred;
      return;
    }
    places.set(pointer, hit);
    hits.push(hit);
  }

  /** `home` is where the rule looked; the place may be behind references from there. */
  function addPlace(
    rule: Rule,
    place: ResolvedPlace,
    home: { unit: number; side: Side },
    isReachedDirectly = true,
  ): void {
    const { pointer, isReferred, behind } = place;
    if (behind !== undefined && resolved.isReferred(home.unit, pointer)) {
      add({
        rule,
        pointer: behind,
        unit: units.of(behind),
        side: home.side,
        isDirect: false,
        isReferred: true,
      });
    }
    add({
      rule,
      pointer,
      unit: isReferred ? units.of(pointer) : home.unit,
      side: home.side,
      isDirect: isReachedDirectly && !isReferred,
      isReferred,
    });
  }

  function addFires(rule: Rule, fires: Fires, own: string, side: Side): void {
    const places =
      typeof fires === 'boolean' ? (fires ? [own] : []) : typeof fires === 'string' ? [fires] : fires;
    for (const place of places) {
      if (typeof place !== 'string') addPlace(rule, place, { unit: units.of(own), side });
      else add({ rule, pointer: place, unit: units.of(place), side, isDirect: true, isReferred: false });
    }
  }

  for (const { rule, child, pointer, unit, side } of walked.brokenChildren) {
    addPlace(rule, resolved.place(child, pointer), { unit, side });
  }
  for (const { value, pointer, unit, side } of walked.aside) {
    const place = resolved.place(value, pointer);
    if (place.base === pointer || !isObject(place.value)) continue;
    for (const name of typesOf(place.value, document.dialect)) {
      for (const rule of index.typed.get(name) ?? []) {
        if (rule.check(place.value) === true) addPlace(rule, place, { unit, side });
      }
    }
  }
  for (const { value, pointer, unit, side, isBelowPaths, rules } of walked.held) {
    const place = resolved.place(value, pointer);
    const node = { place, child: resolved.child };
    for (const rule of rules) {
      if (rule.isBelowPaths && !isBelowPaths && !resolved.isBelowPaths(unit)) continue;
      const isReachedDirectly = !rule.isBelowPaths || isBelowPaths;
      for (const found of rule.check(node)) addPlace(rule, found, { unit, side }, isReachedDirectly);
    }
  }
  for (const { value, key, pointer, side, rules } of walked.met) {
    for (const rule of rules)
      addFires(rule, rule.check({ value, key, pointer, side, document }), pointer, side);
  }
  for (const rule of index.document) addFires(rule, rule.check(document), '', 'none');
  for (const operation of document.operations) {
    for (const [isAbout, rules] of index.operation) {
      if (isAbout && !isAbout(operation, document)) continue;
      for (const rule of rules) {
        if (isAbout) among.set(rule, (among.get(rule) ?? 0) + 1);
        addFires(rule, rule.check(operation, document), operation.pointer, 'request');
      }
    }
  }
  return { hits, among };
}
