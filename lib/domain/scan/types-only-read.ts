/** A type named by an operation or by a field, as the text of the reference and the scope in which it stands. */
export interface TypeReference {
  text: string | null;
  scope: string;
}

/** What a pass over named types knows about them. */
interface TypeGraph {
  /** The full name of the type that a reference means. */
  lookUp: (reference: TypeReference) => string | undefined;
  /** What the fields of a type refer to. */
  within: (type: string) => readonly TypeReference[];
}

function closure(start: readonly TypeReference[], { lookUp, within }: TypeGraph): Set<string> {
  const found = new Set<string>();
  const waiting = [...start];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const type = lookUp(next);
    if (type === undefined || found.has(type)) continue;
    found.add(type);
    for (const reference of within(type)) waiting.push(reference);
  }
  return found;
}

/** Types that arrive with requests which look for something, and with none that changes anything. */
export function typesOnlyRead(
  reading: readonly TypeReference[],
  changing: readonly TypeReference[],
  graph: TypeGraph,
): ReadonlySet<string> {
  const changed = closure(changing, graph);
  return new Set([...closure(reading, graph)].filter((type) => !changed.has(type)));
}
