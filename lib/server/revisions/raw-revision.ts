import type { Ctx } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { findContent } from './find-content.ts';
import { findRevision } from './queries.ts';

/** The exact bytes, to be saved: a browser must never run what somebody uploaded. */
export async function rawRevision(ctx: Ctx, slug: string, which: string): Promise<Response> {
  const revision = await findRevision(ctx.db, slug, which);
  const content = await findContent(ctx.db, { apiId: revision.apiId, revisionId: revision.id });
  if (!content) throw notFound(`content of revision ${which}`);
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
