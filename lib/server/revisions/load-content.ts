import type { Queryable } from '#db/client.ts';
import { notFound } from '../http/problem.ts';
import { findContent } from './find-content.ts';
import type { Content } from './find-content.ts';
import { findRevision } from './queries.ts';
import type { RevisionRecord } from './queries.ts';

/** A revision of an API, by id or digest, with its exact bytes. */
export async function loadContent(
  db: Queryable,
  slug: string,
  which: string,
): Promise<{ revision: RevisionRecord; content: Content }> {
  const revision = await findRevision(db, slug, which);
  const content = await findContent(db, { apiId: revision.apiId, revisionId: revision.id });
  if (!content) throw notFound(`content of revision ${which}`);
  return { revision, content };
}
