import type { Ctx } from '../context.ts';
import { loadContent } from './load-content.ts';

/** The exact bytes, to be saved: a browser must never run what somebody uploaded. */
export async function rawRevision(ctx: Ctx, slug: string, which: string): Promise<Response> {
  const { revision, content } = await loadContent(ctx.db, slug, which);
  const extension = /json/.test(content.mediaType)
    ? 'json'
    : /graphql/.test(content.mediaType)
      ? 'graphql'
      : /proto/.test(content.mediaType)
        ? 'proto'
        : 'yaml';
  return new Response(new Uint8Array(content.bytes), {
    headers: {
      'content-type': content.mediaType,
      'content-disposition': `attachment; filename="${slug}-${revision.number}.${extension}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      digest: `sha-256=${Buffer.from(revision.digest.slice(7), 'hex').toString('base64')}`,
    },
  });
}
