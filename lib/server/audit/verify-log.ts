import { parseCheckpoint } from '#lib/domain/audit/checkpoint.ts';
import { LEAF_PREFIX, growTree, sameHash, treeHasher, type Hash } from '#lib/domain/audit/merkle.ts';
import { sha256 } from './sha256.ts';
import { isSignedBy } from './sign-checkpoint.ts';
import type { VerifyingKey } from '../gate/signing-keys.ts';

/** An exported event without its newline; a text stands for its UTF-8 bytes. */
export type LogLine = string | Uint8Array;

export interface LogReport {
  /** False when an older checkpoint was given and the log is not a continuation of it. */
  ok: boolean;
  size: number;
  root: Hash;
  /** What was found about the older checkpoint; null when none was given. */
  older: { size: number; continued: boolean; signed: boolean | null } | null;
  sentences: string[];
}

export interface LogExpectation {
  /** Text of a checkpoint that was kept. */
  checkpoint: string;
  /** When given, the checkpoint must be signed by one of them. */
  keys?: readonly VerifyingKey[];
}

const LEAF_MARK = String.fromCharCode(LEAF_PREFIX);

/**
 * Recomputes the tree over every line, in order from the first, in constant memory, and compares it with an older
 * checkpoint on the way: its root must appear when its size is reached. Lines may come one by one or in batches.
 */
export async function verifyLog(
  lines: AsyncIterable<LogLine | readonly LogLine[]> | Iterable<LogLine | readonly LogLine[]>,
  expected?: LogExpectation,
): Promise<LogReport> {
  const older = expected ? parseCheckpoint(expected.checkpoint) : null;
  const hasher = treeHasher(sha256);
  const tree = growTree(hasher);
  const wanted = older?.ok ? older.checkpoint.size : null;
  let rootThen = wanted === 0 ? tree.root() : null;
  const append = (line: LogLine): void => {
    // Encoding a text first would cost as much as hashing it.
    tree.append(typeof line === 'string' ? sha256(LEAF_MARK + line) : hasher.leaf(line));
    if (tree.size === wanted) rootThen = tree.root();
  };
  for await (const batch of lines) {
    if (isBatch(batch)) for (const line of batch) append(line);
    else append(batch);
  }

  const found = { size: tree.size, root: tree.root() };
  if (!older) return { ok: true, ...found, older: null, sentences: [`The log has ${found.size} events.`] };
  if (!older.ok)
    return {
      ok: false,
      ...found,
      older: null,
      sentences: ['The older checkpoint cannot be read.', ...older.faults],
    };
  const { checkpoint } = older;
  const signed = expected?.keys ? isSignedBy(checkpoint, expected.keys) : null;
  const continued = rootThen !== null && sameHash(rootThen, checkpoint.root);
  return {
    ok: continued && signed !== false,
    ...found,
    older: { size: checkpoint.size, continued, signed },
    sentences: [
      ...(signed === false ? ['The older checkpoint is not signed by a known key of this log.'] : []),
      verdict(found.size, checkpoint.size, continued),
    ],
  };
}

function verdict(size: number, olderSize: number, continued: boolean): string {
  if (continued)
    return `The log has ${size} events, and the first ${olderSize} are those of the older checkpoint, unaltered.`;
  if (size < olderSize)
    return `The log has ${size} events, but the older checkpoint counted ${olderSize}: events are missing.`;
  return `The log has ${size} events, but the first ${olderSize} are not those of the older checkpoint: history was altered.`;
}

const isBatch = (value: LogLine | readonly LogLine[]): value is readonly LogLine[] => Array.isArray(value);
