import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { routeFiles } from '#lib/server/http/route-files.ts';

/** Writes `app/…/route.ts` for every route of the inventory: `npm run routes` after adding or moving one. */
const root = join(import.meta.dirname, '..');
let written = 0;
for (const [path, text] of routeFiles()) {
  const file = join(root, path);
  const before = read(file);
  if (before === text) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  written += 1;
  console.log(before === null ? `new      ${path}` : `changed  ${path}`);
}
console.log(`${written} files written`);

function read(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
