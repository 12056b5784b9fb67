import { and, eq } from 'drizzle-orm';
import { apis } from '#db/schema/apis.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayEditApi } from '#lib/domain/ownership/rights.ts';
import { tierOf } from '#lib/domain/risk/tier.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { expectedVersion, staleWrite } from '../http/etag.ts';
import { refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { applicationId, normaliseRepository } from './api-input.ts';
import type { ApiInput } from './api-input.ts';
import { getApi } from './get-api.ts';
import { loadApiForUpdate } from './load-api.ts';
import type { ApiRecord } from './load-api.ts';

export type ApiChange = Partial<Omit<ApiInput, 'slug' | 'team'>>;

/** The tier follows the inherent facts; ownership and revisions have verbs of their own. */
export async function changeApi(
  ctx: Ctx,
  slug: string,
  change: ApiChange,
  ifMatch: string | null,
): Promise<ApiDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, slug);
    refuse(mayEditApi(ctx.actor.standing, place));
    const version = expectedVersion(ifMatch, api.version);
    const { application, repository, ...fields } = change;
    const next = {
      ...fields,
      ...(repository !== undefined ? { repository: normaliseRepository(repository) } : {}),
      ...(application !== undefined ? { applicationId: await applicationId(tx, application) } : {}),
    };
    const written = await tx
      .update(apis)
      .set({ ...next, tier: tierOf({ ...api, ...fields }), updatedAt: ctx.now, version: version + 1 })
      .where(and(eq(apis.id, api.id), eq(apis.version, version)))
      .returning({ id: apis.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'api.changed',
      subjects: [slug],
      data: { before: pick(api, change), after: change },
    });
    await refreshPosture(tx, ctx, [api.id]);
    return getApi(ctx, slug, tx);
  });
}

const pick = (api: ApiRecord, change: ApiChange) =>
  Object.fromEntries(
    Object.keys(change).map((key) => [
      key,
      key === 'application' ? api.applicationId : api[key as keyof ApiRecord],
    ]),
  );
