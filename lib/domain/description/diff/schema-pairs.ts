import { isObject } from '../json-values.ts';
import { lastToken } from '../pointer.ts';
import type { JsonObject } from '../types.ts';
import type { ChangeKind } from './change-kinds.ts';
import type { Note } from './change-log.ts';
import { diffSchemas } from './diff-schemas.ts';
import type { Side } from './schema-place.ts';
import { schemaAt } from './schema-reference.ts';
import { isComponentPointer } from './schema-facts.ts';
import type { Located } from './schema-facts.ts';

/** A change of a schema; its sentence needs a subject, which depends on who uses the schema. */
interface SchemaChange {
  kind: ChangeKind;
  pointer: string;
  sentence: (subject: string) => string;
}

/** Two schemas, one of each description, that take the same place. */
interface Pair {
  older: Located;
  newer: Located;
  side: Side;
  /** How the place is called in a sentence: `User.address.street`. */
  label: string;
  changes: SchemaChange[];
  /** Pairs that lead here, and operations that start here. */
  parents: Pair[];
  operations: string[];
  /** The operation by way of which the pair was found. */
  origin: string;
}

/** An operation by its key; or what is called otherwise in sentences, with the operation that it belongs to. */
type Caller = string | { subject: string; operation: string | null };

export interface SchemaPairs {
  older: JsonObject;
  newer: JsonObject;
  /** Says that an operation, or a call that the API makes, uses this pair of schemas. */
  compare(caller: Caller, side: Side, label: string, older: Located, newer: Located): void;
  /** Looks at every pair reached and notes its changes, each once however many operations share the schema. */
  finish(note: Note): void;
}

/** Pairs looked at, at most; beyond it the remaining differences are not named one by one. */
const MOST_PAIRS = 500_000;
/** Steps spent on finding out who else uses a changed schema. */
const MOST_STEPS = 1_000_000;

/** Compares schemas of two descriptions; references are followed, shared ones looked at once, circles closed. */
export function schemaPairs(older: JsonObject, newer: JsonObject): SchemaPairs {
  const pairs: Pair[] = [];
  const order = new Map<string, number>();
  const operationOf = new Map<string, string | null>();
  const known = {
    input: new Map<JsonObject, Map<JsonObject, Pair>>(),
    output: new Map<JsonObject, Map<JsonObject, Pair>>(),
  };

  function pairOf(origin: string, side: Side, label: string, before: Located, after: Located): Pair | null {
    const [from, to] = [statedAt(older, before), statedAt(newer, after)];
    if (from.value === to.value) return null;
    const ofOlder = known[side].get(from.value) ?? new Map<JsonObject, Pair>();
    known[side].set(from.value, ofOlder);
    const existing = ofOlder.get(to.value);
    if (existing) return existing;
    if (pairs.length >= MOST_PAIRS) return null;
    // Behind a reference the name of the component says more than the way that led there.
    const name = to.pointer !== after.pointer && isComponentPointer(to.pointer);
    const pair: Pair = {
      older: from,
      newer: to,
      side,
      label: name ? lastToken(to.pointer) : label,
      changes: [],
      parents: [],
      operations: [],
      origin,
    };
    ofOlder.set(to.value, pair);
    pairs.push(pair);
    return pair;
  }

  return {
    older,
    newer,
    compare(caller, side, label, before, after) {
      const name = typeof caller === 'string' ? caller : caller.subject;
      if (typeof caller !== 'string') operationOf.set(name, caller.operation);
      if (!order.has(name)) order.set(name, order.size);
      pairOf(name, side, label, before, after)?.operations.push(name);
    },
    finish(note) {
      // The list grows while it is read: every pair adds those below it.
      for (const pair of pairs) {
        diffSchemas(
          { older, newer, side: pair.side, label: pair.label },
          pair.older,
          pair.newer,
          (kind, pointer, sentence) => pair.changes.push({ kind, pointer, sentence }),
          (label, before, after) => pairOf(pair.origin, pair.side, label, before, after)?.parents.push(pair),
        );
      }
      const budget = { steps: MOST_STEPS };
      for (const pair of pairs) {
        if (pair.changes.length === 0) continue;
        const users = usersOf(pair, budget, order);
        const [first = ''] = users;
        const operation = operationOf.get(first);
        for (const { kind, pointer, sentence } of pair.changes)
          note(kind, operation === undefined ? first : operation, pointer, sentence(subject(users)));
      }
    },
  };
}

/** Schemas that are no objects: none at all takes anything as `true` does, and `false` takes nothing. */
const ANYTHING: JsonObject = Object.freeze({});
const NOTHING: JsonObject = Object.freeze({ not: ANYTHING });

function statedAt(document: JsonObject, place: Located): Located & { value: JsonObject } {
  const { value, pointer } = schemaAt(document, place);
  return { value: isObject(value) ? value : value === false ? NOTHING : ANYTHING, pointer };
}

function subject([first = 'A schema', ...others]: readonly string[]): string {
  if (others.length === 0) return first;
  return `${first} (and ${others.length} more)`;
}

/** Operations that lead to a pair, in the order of the description. */
function usersOf(pair: Pair, budget: { steps: number }, order: ReadonlyMap<string, number>): string[] {
  const users = new Set<string>();
  const seen = new Set([pair]);
  for (const each of seen) {
    for (const operation of each.operations) users.add(operation);
    for (const parent of each.parents) seen.add(parent);
    budget.steps -= each.parents.length + 1;
    if (budget.steps < 0) return [pair.origin];
  }
  return [...users].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
