export interface Shortcut {
  /** One key, or two after each other: `j`, `g a`, `?`. */
  keys: string;
  label: string;
  run: () => void;
}

export interface ShortcutGroup {
  title: string;
  shortcuts: readonly Shortcut[];
}

/** How long after the first key of a pair the second counts, in milliseconds. */
const PAIR_WINDOW = 900;

const groups = new Set<ShortcutGroup>();
const waiting = { key: '', at: 0 };

/** Adds keys while something is on the page; the answer takes them away again. Later groups win over earlier ones. */
export function addShortcuts(group: ShortcutGroup): () => void {
  groups.add(group);
  return () => void groups.delete(group);
}

/** All keys that work now, by title; of two with the same keys the one that wins. */
export function shortcutGroups(): readonly ShortcutGroup[] {
  const byTitle = new Map<string, Map<string, Shortcut>>();
  for (const { title, shortcuts } of groups) {
    const merged = byTitle.get(title) ?? new Map<string, Shortcut>();
    for (const shortcut of shortcuts) merged.set(shortcut.keys, shortcut);
    byTitle.set(title, merged);
  }
  return [...byTitle].map(([title, merged]) => ({ title, shortcuts: [...merged.values()] }));
}

function find(keys: string): Shortcut | undefined {
  for (const group of [...groups].reverse()) {
    const found = group.shortcuts.find((shortcut) => shortcut.keys === keys);
    if (found) return found;
  }
  return undefined;
}

/** Takes one key press; says whether it meant something. `now` in milliseconds. */
export function pressKey(key: string, now: number): boolean {
  const pair = now - waiting.at < PAIR_WINDOW ? find(`${waiting.key} ${key}`) : undefined;
  const shortcut = pair ?? find(key);
  waiting.key = key;
  waiting.at = pair ? 0 : now;
  shortcut?.run();
  return shortcut !== undefined;
}
