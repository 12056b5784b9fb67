import type { Side } from './grammar.ts';
import type { OperationNode } from './operation-node.ts';
import { escapeToken } from '../description/pointer.ts';

/**
 * What a change is made to: an operation, what the operations of a path share, a component, or the rest of the
 * document. Findings belong to units, and references lead from unit to unit.
 */
export interface Unit {
  pointer: string;
  kind: 'document' | 'path' | 'operation' | 'component';
}

export interface Edge {
  from: number;
  to: number;
  /** The pointer itself, which may lie inside the unit. */
  target: string;
  side: Side;
  /** The unit is nothing but this reference. */
  isAlias: boolean;
}

export interface Units {
  list: Unit[];
  /** Operations by unit; several where paths share their operations by reference. */
  operations: ReadonlyMap<number, readonly OperationNode[]>;
  edges: Edge[];
  /** The unit of a pointer, adding it when it is met first. */
  of: (pointer: string) => number;
}

interface Shape {
  /** How many segments of a pointer name the unit. */
  depth: number;
  kind: Unit['kind'];
  /** Depths at which operations stand below it. */
  operations: readonly number[];
}

const component = (depth: number): Shape => ({ depth, kind: 'component', operations: [] });

/** By the first segment of a pointer, in all formats. */
const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['components', component(3)],
  ['definitions', component(2)],
  ['parameters', component(2)],
  ['responses', component(2)],
  ['securityDefinitions', component(2)],
  ['webhooks', component(2)],
  // Four segments below `additionalOperations`.
  ['paths', { depth: 2, kind: 'path', operations: [3, 4] }],
  ['channels', { depth: 2, kind: 'component', operations: [3] }],
  ['operations', component(2)],
  ['types', { depth: 2, kind: 'component', operations: [4] }],
  ['messages', component(2)],
  ['services', { depth: 2, kind: 'component', operations: [4] }],
]);

/** Messages of a channel are picked one by one. */
const MESSAGE = /^\/channels\/[^/]*\/messages\/[^/]/;

function prefix(pointer: string, segments: number): string | undefined {
  let end = 0;
  for (let count = 0; count < segments; count += 1) {
    if (end >= pointer.length) return undefined;
    const next = pointer.indexOf('/', end + 1);
    end = next === -1 ? pointer.length : next;
  }
  return pointer.slice(0, end);
}

/** Unit 0 is the document. */
export function createUnits(operations: readonly OperationNode[]): Units {
  const list: Unit[] = [{ pointer: '', kind: 'document' }];
  const known = new Map<string, number>();

  function add(pointer: string, kind: Unit['kind']): number {
    const found = known.get(pointer);
    if (found !== undefined) return found;
    known.set(pointer, list.length);
    list.push({ pointer, kind });
    return list.length - 1;
  }
  const byUnit = new Map<number, OperationNode[]>();
  for (const operation of operations) {
    const unit = add(operation.pointer, 'operation');
    const shared = byUnit.get(unit);
    if (shared) shared.push(operation);
    else byUnit.set(unit, [operation]);
  }

  function of(pointer: string): number {
    const end = pointer.indexOf('/', 1);
    const shape = SHAPES.get(pointer.slice(1, end === -1 ? undefined : end));
    const own = shape && prefix(pointer, MESSAGE.test(pointer) ? 4 : shape.depth);
    if (shape === undefined || own === undefined) return 0;
    for (const depth of shape.operations) {
      const operation = prefix(pointer, depth);
      const found = operation === undefined ? undefined : known.get(operation);
      if (found !== undefined) return found;
    }
    return add(own, shape.kind);
  }

  return { list, operations: byUnit, edges: [], of };
}

/** Makes operations lead to the security schemes they name. */
export function linkSchemes(units: Units, operations: readonly OperationNode[], dialect: string): void {
  const base = dialect === '2.0' ? '/securityDefinitions' : '/components/securitySchemes';
  for (const { pointer, security } of operations) {
    const from = units.of(pointer);
    for (const name of new Set(security.flatMap((requirement) => Object.keys(requirement)))) {
      const target = `${base}/${escapeToken(name)}`;
      units.edges.push({ from, to: units.of(target), target, side: 'request', isAlias: false });
    }
  }
}
