'use client';
import { useSyncExternalStore } from 'react';
import { Icon } from '../ui/icon.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { paletteKeys } from './palette-keys.ts';
import { setPalette } from './palette-store.ts';

const never = () => () => undefined;

/** Opens the palette; looks like the field one expects there. */
export function SearchButton() {
  // No key is listened to before the script is there.
  const keys = useSyncExternalStore(never, paletteKeys, () => '');
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-keyshortcuts={keys ? keys.replace('⌘', 'Meta+').replace('Ctrl ', 'Control+') : undefined}
      onClick={() => setPalette(true)}
      className="touch-target flex h-8 items-center gap-2 rounded-md border border-control bg-raised text-13 text-muted hover:border-muted/60 max-sm:w-8 max-sm:justify-center max-sm:border-transparent max-sm:bg-transparent sm:w-56 sm:px-2.5"
    >
      <Icon name="search" size={14} />
      <span className="flex-1 text-left max-sm:sr-only">Search or go to</span>
      <Kbd keys={keys || 'Ctrl K'} className="max-sm:hidden" />
    </button>
  );
}
