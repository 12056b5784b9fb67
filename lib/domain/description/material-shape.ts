/**
 * What counts in a description, by the place where it stands: a shape says which keys of an object are documentation,
 * which lists have an order, and what the rest is. Meaning never follows from a key alone, so that a property *named*
 * `description` counts and the description *of* a property does not.
 */
export interface Shape {
  name: string;
  fields: ReadonlyMap<string, Shape>;
  /** Entries of a map, or keys that `fields` does not name. */
  rest: Shape;
  items: Shape;
  /** The order of the list means nothing and an entry counts once. */
  unordered: boolean;
  /** Absent and empty mean the same. */
  omitEmpty: boolean;
  /** Keys starting with `x-` are extensions and not names given by the author. */
  extensible: boolean;
  /** Text here may be a pointer to a value of this shape. */
  pointsTo: Shape | null;
  treatment: 'keep' | 'drop' | 'presence';
}

/** A shape as it is written down: other shapes are called by name. */
export interface ShapeSource {
  fields?: Readonly<Record<string, string>>;
  rest?: string;
  items?: string;
  unordered?: true;
  omitEmpty?: true;
  extensible?: true;
  pointsTo?: string;
}

type Draft = { -readonly [K in keyof Shape]: Shape[K] };

function blank(name: string, treatment: Shape['treatment']): Draft {
  const draft = {
    name,
    treatment,
    fields: new Map(),
    unordered: false,
    omitEmpty: false,
    extensible: false,
    pointsTo: null,
  };
  const shape = draft as Partial<Draft> & typeof draft;
  return Object.assign(shape, { rest: shape as Draft, items: shape as Draft }) as Draft;
}

/** Everything counts, in the order in which it is written; object keys have no order anywhere. */
export const EXACT: Shape = blank('exact', 'keep');
export const DROP: Shape = blank('drop', 'drop');
/** Only that there is something counts, not what it says. */
export const PRESENCE: Shape = blank('presence', 'presence');
/** A list of plain values without an order. */
export const SET: Shape = { ...blank('set', 'keep'), rest: EXACT, items: EXACT, unordered: true };
export const OPTIONAL_SET: Shape = { ...SET, name: 'optional-set', omitEmpty: true };

const BUILT_IN = [EXACT, DROP, PRESENCE, SET, OPTIONAL_SET];

/** Turns a written table into linked shapes and returns them by name; `others` are shapes of another table it may call. */
export function compileShapes<Name extends string>(
  table: Readonly<Record<Name, ShapeSource>>,
  others: Readonly<Record<string, Shape>> = {},
): Record<Name, Shape> {
  const drafts = new Map<string, Draft>();
  for (const name of Object.keys(table)) drafts.set(name, blank(name, 'keep'));
  const find = (name: string): Shape => {
    const shape = drafts.get(name) ?? others[name] ?? BUILT_IN.find((known) => known.name === name);
    if (!shape) throw new Error(`no shape is called ${name}`);
    return shape;
  };
  for (const [name, source] of Object.entries<ShapeSource>(table)) {
    Object.assign(drafts.get(name) ?? {}, {
      fields: new Map(Object.entries(source.fields ?? {}).map(([key, value]) => [key, find(value)])),
      rest: find(source.rest ?? 'exact'),
      items: find(source.items ?? 'exact'),
      unordered: source.unordered ?? false,
      omitEmpty: source.omitEmpty ?? false,
      extensible: source.extensible ?? false,
      pointsTo: source.pointsTo === undefined ? null : find(source.pointsTo),
    });
  }
  return Object.fromEntries(drafts) as Record<Name, Shape>;
}

/** Extensions that gateways and frameworks act upon; every other extension is documentation or tooling. */
const ENFORCED_EXTENSION =
  /^x-(?:amazon-apigateway-|google-|kong-|apigee-|tyk-|wso2-|zuplo-|42c-|azure-api|security|auth|scopes?$|required-?scopes?$|roles?$|permissions?$|internal$|rate-?limit|cors)/i;

/** The shape of the value under `key` in an object of shape `shape`. */
export function childShape(shape: Shape, key: string): Shape {
  const named = shape.fields.get(key);
  if (named !== undefined) return named;
  if (shape.extensible && key.startsWith('x-')) return ENFORCED_EXTENSION.test(key) ? EXACT : DROP;
  return shape.rest;
}
