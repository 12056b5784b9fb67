import { mayUpload } from '#lib/domain/ownership/rights.ts';
import { loadApi } from '../apis/load-api.ts';
import type { Ctx } from '../context.ts';
import { DESCRIPTION_MEDIA_TYPES, MAX_DESCRIPTION_BYTES } from '../descriptions/accepted.ts';
import { refuse } from '../http/problem.ts';
import { fetchPublic } from '../outbound/fetch-public.ts';
import { uploadRevision } from './upload-revision.ts';
import type { UploadResult } from './upload-revision.ts';

const TIMEOUT_MS = 20_000;

/** Fetches a description and keeps it as an upload; only who may upload makes us fetch anything. */
export async function importRevision(ctx: Ctx, slug: string, url: string): Promise<UploadResult> {
  refuse(mayUpload(ctx.actor.standing, (await loadApi(ctx.db, slug)).place));
  const {
    bytes,
    mediaType,
    url: from,
  } = await fetchPublic(url, { maxBytes: MAX_DESCRIPTION_BYTES, timeoutMs: TIMEOUT_MS });
  const importedFrom = withoutQuery(from);
  return uploadRevision(ctx, slug, { bytes, mediaType: knownMediaType(mediaType, from), importedFrom });
}

/** Signed addresses carry what opens them in their query: it is used and not kept. */
function withoutQuery(address: string): string {
  const { origin, pathname } = new URL(address);
  return `${origin}${pathname}`;
}

/** Files are often served as text or bytes; then the name says which notation it is, and the content decides. */
function knownMediaType(served: string, url: string): string {
  if ((DESCRIPTION_MEDIA_TYPES as readonly string[]).includes(served)) return served;
  const { pathname } = new URL(url);
  if (/\.json$/i.test(pathname)) return 'application/json';
  if (/\.(?:graphqls?|gql)$/i.test(pathname)) return 'application/graphql';
  if (/\.proto$/i.test(pathname)) return 'text/x-protobuf';
  return 'application/yaml';
}
