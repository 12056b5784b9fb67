import { eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { applications } from '#db/schema/apis.ts';
import type { ApiHost, Protections } from '#lib/domain/apis/dto.ts';
import type { ApiKind, Criticality, DataClass, Exposure, Lifecycle } from '#lib/domain/words.ts';
import { notFound } from '../http/problem.ts';

export interface ApiInput {
  slug: string;
  name: string;
  kind: ApiKind;
  exposure: Exposure;
  dataClass: DataClass;
  criticality: Criticality;
  lifecycle: Lifecycle;
  description?: string;
  application?: string | null;
  team?: string | null;
  hosts?: ApiHost[];
  tags?: string[];
  repository?: string | null;
  protections?: Protections;
}

export async function applicationId(
  tx: Transaction,
  slug: string | null | undefined,
): Promise<string | null> {
  if (!slug) return null;
  const [row] = await tx
    .select({ id: applications.id })
    .from(applications)
    .where(eq(applications.slug, slug));
  if (!row) throw notFound(`application ${slug}`);
  return row.id;
}

/** Scheme and host of an address compare without case; a trailing slash or `.git` names the same repository. */
export function normaliseRepository(url: string | null | undefined): string | null {
  if (!url) return null;
  const parsed = new URL(url);
  return `${parsed.origin.toLowerCase()}${parsed.pathname.replace(/(?:\.git)?\/*$/, '')}`;
}
