import type { Change, DescriptionDiff } from '../types.ts';
import { meaningOf, rankOf } from './change-kinds.ts';
import type { ChangeKind } from './change-kinds.ts';

/** Notes one change; `covered` are the places it speaks about where that is not simply its pointer. */
export type Note = (
  kind: ChangeKind,
  operation: string | null,
  pointer: string,
  what: string,
  covered?: readonly string[],
) => void;

export interface ChangeLog {
  note: Note;
  isEmpty(): boolean;
  /** Whether something has been said about a place, about one below it, or about what contains it. */
  covers(pointer: string): boolean;
  /** Everything noted, the most important first, each sentence once. */
  toDiff(materialChange: boolean): DescriptionDiff;
}

/** Sentences are short enough for a list; what is longer, such as many values of an enumeration, is cut. */
const LONGEST = 240;

export function changeLog(): ChangeLog {
  const changes = new Map<string, Change & { kind: ChangeKind }>();
  const places = placeSet();
  return {
    note(kind, operation, pointer, what, covered = [pointer]) {
      for (const place of covered) places.add(place);
      const text = what.length > LONGEST ? `${what.slice(0, LONGEST - 1)}…` : what;
      if (!changes.has(text)) changes.set(text, { kind, operation, pointer, what: text });
    },
    isEmpty: () => changes.size === 0,
    covers: (pointer) => places.covers(pointer),
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

interface PlaceSet {
  add(pointer: string): void;
  covers(pointer: string): boolean;
}

function placeSet(): PlaceSet {
  const places = new Set<string>();
  const above = new Set<string>();
  /** Every pointer that contains this one, nearest first. */
  function* containers(pointer: string): Generator<string> {
    for (let end = pointer.lastIndexOf('/'); end > 0; end = pointer.lastIndexOf('/', end - 1))
      yield pointer.slice(0, end);
  }
  return {
    add(pointer) {
      if (pointer === '' || places.has(pointer)) return;
      places.add(pointer);
      for (const container of containers(pointer)) {
        if (above.has(container)) break;
        above.add(container);
      }
    },
    covers(pointer) {
      if (places.has(pointer) || above.has(pointer)) return true;
      for (const container of containers(pointer)) if (places.has(container)) return true;
      return false;
    },
  };
}
