import type { Ctx } from '../context.ts';
import { positionsInWorker } from '../descriptions/analysis-pool.ts';
import { loadContent } from './load-content.ts';

export interface PlaceInText {
  revision: string;
  line: number;
}

/** The line of a pointer in the first of some revisions that has it, else of what contains it there. */
export async function placeInText(
  ctx: Ctx,
  slug: string,
  revisions: readonly string[],
  pointer: string,
): Promise<PlaceInText | null> {
  const places = [pointer, ...containersOf(pointer)];
  let nearest: PlaceInText | null = null;
  for (const which of revisions) {
    const { revision, content } = await loadContent(ctx.db, slug, which);
    const lines = new Map(await positionsInWorker(content, places));
    const found = places.find((place) => lines.has(place));
    if (found === undefined) continue;
    const place = { revision: revision.id, line: lines.get(found)!.line };
    if (found === pointer) return place;
    nearest ??= place;
  }
  return nearest;
}

/** Nearest first. */
function containersOf(pointer: string): string[] {
  const tokens = pointer.split('/');
  return tokens.slice(1, -1).map((_, depth) => tokens.slice(0, tokens.length - 1 - depth).join('/'));
}
