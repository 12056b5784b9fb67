'use client';
import { useState } from 'react';
import { savePreference } from '#lib/client/preferences.ts';
import { Icon } from '../ui/icon.tsx';
import { useShortcuts } from '../ui/use-shortcuts.ts';

/** Folds the rail to its icons and back. The choice is kept in a cookie, so that the next page starts with it. */
export function RailToggle({ startsCollapsed }: { startsCollapsed: boolean }) {
  const [isCollapsed, setCollapsed] = useState(startsCollapsed);
  const toggle = () => {
    const next = !isCollapsed;
    setCollapsed(next);
    document.getElementById('rail')?.toggleAttribute('data-collapsed', next);
    savePreference('rail', next ? 'collapsed' : 'open');
  };
  useShortcuts('Portal', [{ keys: '[', label: 'Fold the navigation', run: toggle }]);
  return (
    <button
      type="button"
      onClick={toggle}
      aria-expanded={!isCollapsed}
      aria-controls="rail"
      data-tip={isCollapsed ? 'Unfold the navigation' : undefined}
      className="m-2 flex h-8 items-center gap-2.5 rounded-md px-2.5 text-13 text-muted hover:bg-hover hover:text-text"
    >
      <Icon name="panel-left" />
      <span className="rail-label">Fold</span>
      <span className="sr-only"> the navigation</span>
    </button>
  );
}
