import type { SourceFile } from './source-files.ts';

/** Circles of imports that are there when the program runs; types are gone by then. Each as `a > b > a`. */
export function findCycles(files: readonly SourceFile[]): string[] {
  const targets = new Map(files.map((file) => [file.path, loadedBy(file)]));
  const state = new Map<string, 'open' | 'done'>();
  const way: string[] = [];
  const cycles: string[] = [];
  function visit(path: string) {
    state.set(path, 'open');
    way.push(path);
    for (const next of targets.get(path) ?? []) {
      if (state.get(next) === 'open') cycles.push([...way.slice(way.indexOf(next)), next].join(' > '));
      else if (!state.has(next)) visit(next);
    }
    way.pop();
    state.set(path, 'done');
  }
  for (const path of targets.keys()) if (!state.has(path)) visit(path);
  return cycles;
}

/** What is loaded along with a file; what it loads later, when asked, cannot meet it half made. */
const loadedBy = ({ imports }: SourceFile): string[] =>
  imports.flatMap(({ target, isType, isLater }) => (target === null || isType || isLater ? [] : [target]));
