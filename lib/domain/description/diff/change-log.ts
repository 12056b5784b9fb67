import type { Change, DescriptionDiff } from '../types.ts';
import { meaningOf, rankOf } from './change-kinds.ts';
import type { ChangeKind } from './change-kinds.ts';

/** Notes one change. */
export type Note = (kind: ChangeKind, operation: string | null, pointer: string, what: string) => void;

export interface ChangeLog {
  note: Note;
  isEmpty(): boolean;
  /** Everything noted, the most important first, each sentence once. */
  toDiff(materialChange: boolean): DescriptionDiff;
}

/** Sentences are short enough for a list; what is longer, such as many values of an enumeration, is cut. */
const LONGEST = 240;

export function changeLog(): ChangeLog {
  const changes = new Map<string, Change & { kind: ChangeKind }>();
  return {
    note(kind, operation, pointer, what) {
      const text = what.length > LONGEST ? `${what.slice(0, LONGEST - 1)}…` : what;
      if (!changes.has(text)) changes.set(text, { kind, operation, pointer, what: text });
    },
    isEmpty: () => changes.size === 0,
    toDiff(materialChange) {
      const diff: DescriptionDiff = { breaking: [], security: [], other: [], materialChange };
      // The sort is stable: within a kind the order of the description remains.
      for (const change of [...changes.values()].sort((a, b) => rankOf(a.kind) - rankOf(b.kind))) {
        const { breaking, security } = meaningOf(change.kind);
        if (breaking) diff.breaking.push(change);
        if (security) diff.security.push(change);
        if (!breaking && !security) diff.other.push(change);
      }
      return diff;
    },
  };
}
