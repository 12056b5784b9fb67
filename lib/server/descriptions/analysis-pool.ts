import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { DescriptionFix, FixOptions } from '#lib/domain/scan/fix/fix-description.ts';
import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import type { Analysis } from './analyse-description.ts';
import { recentlyUsed } from './recently-used.ts';
import type { RecentlyUsed } from './recently-used.ts';
import type { Position } from './json-text.ts';
import type { Excerpts } from './excerpts-of.ts';
import type { MarkedText } from './mark-text.ts';
import type { LocatedOccurrence } from './occurrences-in.ts';
import { sha256 } from './sha256.ts';
import type { TextPart, TextQuestion } from './text-part.ts';
import { createWorkerPool } from './worker-pool.ts';
import type { WorkerPool } from './worker-pool.ts';
import type { Source } from './worker-job.ts';

interface Shared {
  pool: WorkerPool;
  analyses: RecentlyUsed<Promise<Analysis>>;
  marks: RecentlyUsed<Promise<MarkedText>>;
}

const MEMORY_MB = 768;
const TIME_MS = 60_000;
const IDLE_MS = 60_000;
const MOST_WAITING = 64;
const MOST_REMEMBERED = 64;
/** Marks of one text are up to a few megabytes, and who reads a text asks for many parts of it. */
const MOST_MARKED = 8;

/** One pool for the process, also where a bundler makes several copies of this module. */
const holder = globalThis as typeof globalThis & { gatehouseAnalyses?: Shared };

function shared(): Shared {
  holder.gatehouseAnalyses ??= {
    pool: createWorkerPool({
      workerPath: workerPath(),
      size: Math.max(1, availableParallelism() - 1),
      memoryMb: MEMORY_MB,
      timeMs: TIME_MS,
      idleMs: IDLE_MS,
      maxWaiting: MOST_WAITING,
    }),
    analyses: recentlyUsed(MOST_REMEMBERED),
    marks: recentlyUsed(MOST_MARKED),
  };
  return holder.gatehouseAnalyses;
}

/** The worker runs from its source, which is not part of the bundle; in a bundle only the working directory is known. */
function workerPath(): string {
  const file = 'analysis-worker.ts';
  const beside = join(import.meta.dirname ?? '', file);
  if (existsSync(/* turbopackIgnore: true */ beside)) return beside;
  return join(/* turbopackIgnore: true */ process.cwd(), 'lib', 'server', 'descriptions', file);
}

/** Analyses a description in a worker thread; the same bytes again, or at the same time, are analysed once. */
export function analyse(bytes: Uint8Array, mediaType?: string): Promise<Analysis> {
  const { pool, analyses } = shared();
  const key = `${sha256(bytes)} ${mediaType ?? ''}`;
  const known = analyses.get(key);
  if (known) return known;
  const analysis = pool.run('analyse', [{ bytes, mediaType }]);
  analyses.set(key, analysis);
  analysis.catch(() => analyses.delete(key));
  return analysis;
}

/** Compares two descriptions in a worker thread. */
export const diffInWorker = (older: Source, newer: Source): Promise<DescriptionDiff> =>
  shared().pool.run('diff', [older, newer]);

/** Every place where a rule fires, found in a worker thread. */
export const occurrencesOf = (bytes: Uint8Array, mediaType?: string): Promise<LocatedOccurrence[]> =>
  shared().pool.run('occurrences', [{ bytes, mediaType }]);

/** A scan for somebody who keeps nothing here: a `ScanAnswer` as JSON, written in a worker. */
export const scanInWorker = (source: Source, fix?: FixOptions): Promise<string> =>
  shared().pool.run('scan', [source], fix && { fix });

/** The mechanical remedies of what a scan finds, written in a worker. */
export const fixInWorker = (source: Source, options: FixOptions): Promise<DescriptionFix> =>
  shared().pool.run('fix', [source], { fix: options });

/** Where the findings of a description stand in its text; found once for the bytes with this digest. */
export function marksOf(source: Source, digest: string): Promise<MarkedText> {
  const { pool, marks } = shared();
  const known = marks.get(digest);
  if (known) return known;
  const marked = pool.run('marks', [source]);
  marks.set(digest, marked);
  marked.catch(() => marks.delete(digest));
  return marked;
}

/** Some lines of a description, read in a worker. */
export const textPartInWorker = (source: Source, text: TextQuestion): Promise<TextPart> =>
  shared().pool.run('text', [source], { text });

/** The lines around some pointers, read in a worker. */
export const excerptsInWorker = (source: Source, pointers: readonly string[]): Promise<Excerpts> =>
  shared().pool.run('excerpts', [source], { pointers });

/** Where pointers stand in the text of a description, looked up in a worker. */
export const positionsInWorker = (
  source: Source,
  pointers: readonly string[],
): Promise<[pointer: string, position: Position][]> => shared().pool.run('positions', [source], { pointers });
