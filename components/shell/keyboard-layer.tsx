'use client';
import { useRouter } from 'next/navigation';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { pressKey } from '../ui/shortcut-store.ts';
import { useShortcuts } from '../ui/use-shortcuts.ts';
import { DESTINATIONS } from './destinations.ts';
import { paletteKeys } from './palette-keys.ts';
import { holdKey, paletteStore, setPalette } from './palette-store.ts';

const CommandPalette = lazyDialog(async () => (await import('./command-palette.tsx')).CommandPalette);
const ShortcutOverlay = lazyDialog(async () => (await import('./shortcut-overlay.tsx')).ShortcutOverlay);

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox],[type=radio]),textarea,select'));

/** What takes the keys for itself while it is open: dialogs, menus and other popups that a press elsewhere closes. */
const IN_FRONT = 'dialog:modal, [popover=auto]:popover-open';

function search() {
  const box = document.querySelector<HTMLInputElement>('[data-list-search]');
  if (box) box.focus();
  else setPalette(true);
}

/** Listens for keys on the whole page, and holds what they open. */
export function KeyboardLayer() {
  const router = useRouter();
  const isPaletteOpen = useSyncExternalStore(paletteStore.subscribe, paletteStore.isOpen, () => false);
  const [areKeysOpen, setKeysOpen] = useState(false);

  useShortcuts('Portal', [
    { keys: paletteKeys(), label: 'Search or go to', run: () => setPalette(true) },
    { keys: '/', label: 'Search this list', run: search },
    { keys: '?', label: 'Show all keys', run: () => setKeysOpen(true) },
  ]);
  useShortcuts(
    'Go to',
    DESTINATIONS.map(({ href, label, key }) => ({ keys: `g ${key}`, label, run: () => router.push(href) })),
  );

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const hasModifier = event.metaKey || event.ctrlKey;
      if (hasModifier && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setPalette(true);
        return;
      }
      if (
        event.defaultPrevented ||
        hasModifier ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector(IN_FRONT)
      )
        return;
      if (pressKey(event.key, event.timeStamp)) event.preventDefault();
    };
    const hold = (event: KeyboardEvent) => {
      if (!paletteStore.isOpen() || document.querySelector(IN_FRONT)) return;
      event.preventDefault();
      event.stopPropagation();
      holdKey(event.key);
    };
    document.addEventListener('keydown', press);
    document.addEventListener('keydown', hold, true);
    return () => {
      document.removeEventListener('keydown', press);
      document.removeEventListener('keydown', hold, true);
    };
  }, []);

  return (
    <>
      {isPaletteOpen && <CommandPalette onClose={() => setPalette(false)} />}
      {areKeysOpen && <ShortcutOverlay onClose={() => setKeysOpen(false)} />}
    </>
  );
}
