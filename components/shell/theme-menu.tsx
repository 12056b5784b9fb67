'use client';
import { useState } from 'react';
import type { Theme } from '#lib/client/preferences.ts';
import { THEMES, savePreference } from '#lib/client/preferences.ts';
import type { IconName } from '../ui/icon-names.ts';
import { Menu } from '../ui/menu.tsx';

const WORDS = {
  system: { label: 'As the system', icon: 'monitor' },
  light: { label: 'Light', icon: 'sun' },
  dark: { label: 'Dark', icon: 'moon' },
} as const satisfies Record<Theme, { label: string; icon: IconName }>;

export function applyTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  savePreference('theme', theme);
}

/** Light, dark, or as the system is. Kept in a cookie, so that the server paints the next page right at once. */
export function ThemeMenu({ theme: initial }: { theme: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    applyTheme(next);
  };
  return (
    <Menu
      label="Theme"
      icon={WORDS[theme].icon}
      items={THEMES.map((one) => ({ ...WORDS[one], isChecked: one === theme, onSelect: () => choose(one) }))}
    />
  );
}
