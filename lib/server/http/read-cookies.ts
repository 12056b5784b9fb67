/** The cookies of a request by name; the first of a name counts, and a value that is not well encoded is left out. */
export function readCookies(header: string | null): Record<string, string> {
  const cookies: Record<string, string> = Object.create(null);
  for (const part of header?.split(';') ?? []) {
    const at = part.indexOf('=');
    if (at < 1) continue;
    const name = part.slice(0, at).trim();
    const value = decode(part.slice(at + 1).trim());
    if (value !== null) cookies[name] ??= value;
  }
  return cookies;
}

function decode(text: string): string | null {
  try {
    return decodeURIComponent(text.replace(/^"(.*)"$/, '$1'));
  } catch {
    return null;
  }
}
