const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether a browser's `Origin` is the portal itself. Forwarding headers and `Host` are never asked: they are the
 * caller's to choose. The names of one's own machine are one and the same place.
 */
export function isSameOrigin(origin: string | null, portal: string): boolean {
  if (!origin) return false;
  const ours = new URL(portal);
  if (origin === ours.origin) return true;
  const theirs = URL.parse(origin);
  if (!theirs || theirs.origin !== origin) return false;
  return (
    LOOPBACK.has(ours.hostname) &&
    LOOPBACK.has(theirs.hostname) &&
    theirs.port === ours.port &&
    theirs.protocol === ours.protocol
  );
}
