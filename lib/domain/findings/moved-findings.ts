/** What a scan saw of a finding. */
export interface SeenFinding {
  rule: string;
  operations: readonly string[];
  operationCount: number;
  pointers: readonly string[];
}

const COMPONENT = /^\/(?:components\/[^/]+|definitions|parameters|responses)\/[^/]+/;

/** What remains the same when a component gets another name; null where the finding is about no component. */
function likenessOf({ rule, operations, operationCount, pointers }: SeenFinding): string | null {
  if (pointers.length === 0 || !pointers.every((pointer) => COMPONENT.test(pointer))) return null;
  const within = pointers.map((pointer) => pointer.replace(COMPONENT, ''));
  return JSON.stringify([rule, operationCount, [...operations].sort(), within.sort()]);
}

function byLikeness<T extends SeenFinding>(findings: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const finding of findings) {
    const likeness = likenessOf(finding);
    if (likeness === null) continue;
    const known = groups.get(likeness);
    if (known) known.push(finding);
    else groups.set(likeness, [finding]);
  }
  return groups;
}

/**
 * Findings that are gone and findings that are new, where one is the other under another name of the component: the same
 * rule, at the same places of it, for the same operations. Where several are alike, nobody knows which is which.
 */
export function movedFindings<Gone extends SeenFinding, Fresh extends SeenFinding>(
  gone: readonly Gone[],
  fresh: readonly Fresh[],
): [Gone, Fresh][] {
  const present = byLikeness(fresh);
  return [...byLikeness(gone)].flatMap(([likeness, [former, ...others]]) => {
    const [found, ...more] = present.get(likeness) ?? [];
    return former && found && others.length === 0 && more.length === 0 ? [[former, found]] : [];
  });
}
