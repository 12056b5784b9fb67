import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { and, desc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { revisionContents, revisions } from '#db/schema/revisions.ts';

const inflate = promisify(gunzip);

export interface Content {
  bytes: Buffer;
  mediaType: string;
}

/** The exact bytes of a revision, by its id or by what it materially says. */
export async function findContent(
  db: Queryable,
  which: { apiId: string; revisionId?: string; materialDigest?: string },
): Promise<Content | null> {
  const chosen = which.revisionId
    ? eq(revisions.id, which.revisionId)
    : eq(revisions.materialDigest, which.materialDigest ?? '');
  const [row] = await db
    .select({ gzip: revisionContents.gzip, mediaType: revisions.mediaType })
    .from(revisions)
    .innerJoin(revisionContents, eq(revisionContents.digest, revisions.digest))
    .where(and(eq(revisions.apiId, which.apiId), chosen))
    .orderBy(desc(revisions.number))
    .limit(1);
  return row ? { bytes: await inflate(row.gzip), mediaType: row.mediaType } : null;
}
