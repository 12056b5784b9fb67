export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** Cookies of the appearance. The server reads them too, so that the first paint is already right. */
export const PREFERENCE_COOKIES = {
  theme: 'gatehouse-theme',
  rail: 'gatehouse-rail',
  zone: 'gatehouse-zone',
} as const;

const YEAR_IN_SECONDS = 31_536_000;

export function parseTheme(value: string | undefined): Theme {
  return THEMES.find((theme) => theme === value) ?? 'system';
}

/** The IANA zone of the person as the browser told it, `UTC` until it has. */
export function parseZone(value: string | undefined): string {
  if (!value) return 'UTC';
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
}

/** Keeps an appearance for a year. Nothing in it is secret or trusted. */
export function savePreference(name: keyof typeof PREFERENCE_COOKIES, value: string): void {
  document.cookie = `${PREFERENCE_COOKIES[name]}=${encodeURIComponent(value)}; path=/; max-age=${YEAR_IN_SECONDS}; samesite=lax`;
}
