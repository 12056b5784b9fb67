import { and, eq } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis, applications } from '#db/schema/apis.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import { mayEditApi } from '#lib/domain/ownership/rights.ts';
import { tierOf } from '#lib/domain/risk/tier.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { refreshDueDates } from '../findings/refresh-due-dates.ts';
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
    const tier = tierOf({ ...api, ...fields });
    const written = await tx
      .update(apis)
      .set({ ...next, tier, updatedAt: ctx.now, version: version + 1 })
      .where(and(eq(apis.id, api.id), eq(apis.version, version)))
      .returning({ id: apis.id });
    if (written.length === 0) throw staleWrite();
    await audit(tx, ctx, {
      action: 'api.changed',
      subjects: [slug],
      data: { before: await valuesBefore(tx, api, change), after: { ...change, ...repositoryOf(next) } },
    });
    if (tier !== api.tier) await refreshDueDates(tx, [api.id]);
    await refreshPosture(tx, ctx, [api.id]);
    return getApi(ctx, slug, tx);
  });
}

/** As it is kept: an address may have come with a password in it. */
const repositoryOf = ({ repository }: { repository?: string | null }) =>
  repository === undefined ? {} : { repository };

/** What the changed fields said, in the words of the request. */
async function valuesBefore(
  tx: Transaction,
  api: ApiRecord,
  { application, ...change }: ApiChange,
): Promise<Record<string, unknown>> {
  const fields = Object.keys(change) as (keyof typeof change)[];
  const before = Object.fromEntries(fields.map((key) => [key, api[key]]));
  if (application === undefined) return before;
  const [row] = api.applicationId
    ? await tx
        .select({ slug: applications.slug })
        .from(applications)
        .where(eq(applications.id, api.applicationId))
    : [];
  return { ...before, application: row?.slug ?? null };
}
