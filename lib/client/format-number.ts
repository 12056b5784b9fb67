const WHOLE = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 12345 → `12,345`. */
export function formatCount(value: number): string {
  return WHOLE.format(value);
}

/** `1 API`, `3 APIs`, `1,204 APIs`. The plural is the word with an s unless given. */
export function formatCounted(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/** Difference with a sign: `+4`, `−2` (a true minus, as wide as the plus), `±0`. */
export function formatChange(difference: number): string {
  if (difference === 0) return '±0';
  return difference > 0 ? `+${formatCount(difference)}` : `−${formatCount(-difference)}`;
}

/** Bytes in units of 1024: `512 B`, `1.4 kB`, `5.9 MB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${kilo.toFixed(kilo < 10 ? 1 : 0)} kB` : `${(kilo / 1024).toFixed(1)} MB`;
}
