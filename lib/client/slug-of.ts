const LONGEST = 64;

/**
 * A slug out of a name: `Zahlungs-Übersicht (v2)` → `zahlungs-ubersicht-v2`. Empty when the name has no letter or digit
 * that addresses may hold, for example in Chinese: then a person must find one.
 */
export function slugOf(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .normalize('NFKD')
    .replace(/\p{Mark}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}

/** As the interface accepts it. */
export const SLUG_PATTERN = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
