'use client';
import { useEffect, useRef } from 'react';
import type { Shortcut } from './shortcut-store.ts';
import { addShortcuts } from './shortcut-store.ts';

/**
 * Keys that work while the component is on the page and nothing is being typed. They appear under `title` in the overlay
 * that `?` opens. Keys and labels must not change from render to render; what they do may.
 */
export function useShortcuts(title: string, shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });
  const names = shortcuts.map((shortcut) => shortcut.keys).join();
  useEffect(
    () =>
      addShortcuts({
        title,
        shortcuts: latest.current.map(({ keys, label }) => ({
          keys,
          label,
          run: () => latest.current.find((shortcut) => shortcut.keys === keys)?.run(),
        })),
      }),
    [title, names],
  );
}
