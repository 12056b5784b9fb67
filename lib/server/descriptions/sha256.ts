import { createHash } from 'node:crypto';

/** Digest as the public interface writes it: `sha256:` and lower-case hexadecimal. */
export const sha256 = (content: Uint8Array | string): string =>
  `sha256:${createHash('sha256').update(content).digest('hex')}`;
