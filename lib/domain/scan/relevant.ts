import type { Hit } from './hit.ts';
import type { Reach } from './reach.ts';

/** True where untrusted input arrives: a value of a request, or a component that a request leads to. */
export function arrives({ side, unit }: Hit, reach: Reach): boolean {
  return side === 'request' || (side === 'none' && reach.fromRequest(unit));
}

/** True where the service tells something: a value of an answer, or a component that an answer leads to. */
export function leaves({ side, unit }: Hit, reach: Reach): boolean {
  return side === 'response' || (side === 'none' && reach.fromResponse(unit));
}

function isOnItsSide(hit: Hit, reach: Reach): boolean {
  switch (hit.rule.side) {
    case 'request':
      return arrives(hit, reach);
    case 'response':
      return leaves(hit, reach);
    case 'both':
      return arrives(hit, reach) && leaves(hit, reach);
    case 'response-only':
      return leaves(hit, reach) && !arrives(hit, reach);
    default:
      return true;
  }
}

/** Drops what does not count where it stands. */
export function relevantHits(hits: readonly Hit[], reach: Reach): Hit[] {
  return hits.filter((hit) => hit.rule.side === undefined || isOnItsSide(hit, reach));
}

/** Drops what a more telling rule says about the same place; it stays an occurrence, and is no finding of its own. */
export function tellingHits(hits: readonly Hit[]): Hit[] {
  const silenced = new Map<string, Set<string>>();
  for (const { rule, pointer } of hits) {
    for (const id of rule.supersedes ?? []) {
      const pointers = silenced.get(id);
      if (pointers) pointers.add(pointer);
      else silenced.set(id, new Set([pointer]));
    }
  }
  return hits.filter(({ rule, pointer }) => silenced.get(rule.id)?.has(pointer) !== true);
}
