import type { JsonValue } from '../description/types.ts';
import { circlesOf } from './circles.ts';
import { escapeToken, localPointer } from '../description/pointer.ts';
import { closureOf, linksOf } from './links.ts';
import { refOf } from './references.ts';
import type { References } from './references.ts';
import type { Edge, Units } from './units.ts';

/** A place as a linter sees it that works on the resolved document and maps what it finds back to where a reference leads. */
export interface ResolvedPlace {
  value: JsonValue;
  /** Where it is reported: behind a reference, or at a reference that has other keys beside it. */
  pointer: string;
  /** Where its children are reported. */
  base: string;
  isReferred: boolean;
  /** At a reference with other keys beside it: where it leads, which is reported too if another reference leads here. */
  behind?: string;
}

export interface Resolved {
  place: (value: JsonValue, pointer: string) => ResolvedPlace;
  child: (place: ResolvedPlace, key: string) => ResolvedPlace | undefined;
  /** A reference that can be resolved leads to the place, or to something that holds it. */
  isReferred: (unit: number, pointer: string) => boolean;
  /** The same for units, counting only ways that begin below `paths`. */
  isBelowPaths: (unit: number) => boolean;
  /** Some reference leads into the unit. */
  isTargeted: (unit: number) => boolean;
}

const LONGEST_CHAIN = 64;

function isWithin(pointer: string, holder: string): boolean {
  return pointer === holder || pointer.startsWith(`${holder}/`);
}

/**
 * What resolving every local reference would give, without resolving any. References within a circle of components stay
 * as they are, as do broken and external ones.
 */
export function resolvedView(references: References, units: Units): Resolved {
  const circles = circlesOf(units);

  function isCircular(from: string, to: string): boolean {
    const [source, target] = [units.of(from), units.of(to)];
    if (source === target) return isWithin(from, to);
    return circles[source] !== undefined && circles[source] === circles[target];
  }

  function resolve(value: JsonValue, pointer: string, isReferred: boolean, links: number): ResolvedPlace {
    const here = { value, pointer, base: pointer, isReferred };
    const ref = refOf(value);
    const target = ref === undefined ? null : localPointer(ref);
    if (target === null || links > LONGEST_CHAIN) return here;
    const found = references.at(target);
    if (found === undefined || isCircular(pointer, target)) return here;
    const behind = resolve(found, target, true, links + 1);
    const isPure = typeof value === 'object' && value !== null && Object.keys(value).length === 1;
    return isPure || isReferred ? behind : { ...behind, pointer, isReferred, behind: behind.pointer };
  }

  function child(place: ResolvedPlace, key: string): ResolvedPlace | undefined {
    const { value } = place;
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    const inner = Array.isArray(value) ? value[Number(key)] : value[key];
    if (inner === undefined) return undefined;
    const isReferred = place.isReferred || place.base !== place.pointer;
    return resolve(inner, `${place.base}/${escapeToken(key)}`, isReferred, 0);
  }

  const isResolvable = ({ from, to }: Edge) => from === to || circles[from] !== circles[to];
  const targeted = new Set(units.edges.map(({ to }) => to));
  const targets = new Map<number, Set<string>>();
  for (const edge of units.edges) {
    if (!isResolvable(edge)) continue;
    const known = targets.get(edge.to);
    if (known) known.add(edge.target);
    else targets.set(edge.to, new Set([edge.target]));
  }
  const size = units.list.length;
  const entries = units.list.flatMap(({ kind }, unit) =>
    kind === 'operation' || kind === 'path' ? [unit] : [],
  );
  const belowPaths = closureOf(size, entries, linksOf(size, units.edges, isResolvable));

  return {
    place: (value, pointer) => resolve(value, pointer, false, 0),
    child,
    isReferred: (unit, pointer) => {
      const known = targets.get(unit);
      if (!known) return false;
      if (known.has(units.list[unit]?.pointer ?? '')) return true;
      for (let end = pointer.length; end > 0; end = pointer.lastIndexOf('/', end - 1)) {
        if (known.has(pointer.slice(0, end))) return true;
      }
      return false;
    },
    isTargeted: (unit) => targeted.has(unit),
    isBelowPaths: (unit) => belowPaths[unit] === 1,
  };
}
