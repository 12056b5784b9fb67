const MAX_NAME = 63;

/**
 * A name that Backstage accepts (letters, digits and `-_.`, starting and ending with a letter or digit, at most 63
 * characters). What has to be changed gets a check sum of the original, so that two originals stay two names.
 */
export function entityName(original: string): string {
  const clean = original.replace(/[^A-Za-z0-9._-]+/g, '_').replace(/^[._-]+|[._-]+$/g, '');
  if (clean === original && clean.length <= MAX_NAME) return clean;
  const sum = checkSum(original);
  const stem = clean.slice(0, MAX_NAME - sum.length - 1).replace(/[._-]+$/, '');
  return stem ? `${stem}-${sum}` : sum;
}

/** Reference in the form Backstage prints: `group:default/name`. */
export function entityRef(kind: 'group' | 'system' | 'user', original: string): string {
  return `${kind}:default/${entityName(original)}`;
}

/** Tags as Backstage accepts them: lower-case words joined by hyphens; what leaves nothing is dropped. */
export function entityTags(tags: readonly string[]): string[] {
  const words = tags.map((tag) =>
    tag
      .toLowerCase()
      .replace(/[^a-z0-9:+#]+/g, '-')
      .slice(0, MAX_NAME)
      .replace(/^-+|-+$/g, ''),
  );
  return [...new Set(words)].filter((word) => word !== '');
}

/** FNV-1a over UTF-16 code units, 32 bits, eight hex digits: tells names apart and secures nothing. */
function checkSum(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}
