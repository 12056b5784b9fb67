import { and, eq, gt, or, sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { apis } from '#db/schema/apis.ts';
import { decisions, deployments, environments, promotions } from '#db/schema/gate.ts';
import { revisions } from '#db/schema/revisions.ts';
import type { DeploymentDto } from '#lib/domain/gate/dto.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { loadApiForUpdate } from '../apis/load-api.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { invalid, notFound, refuse } from '../http/problem.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';

export interface DeploymentInput {
  api: string;
  environment: string;
  revision?: string;
  decisionId?: string;
  /** When it happened; may be in the past. */
  at?: string;
  source?: Record<string, unknown>;
}

/** Something was seen running. Without an allowed decision behind it, it is ungated, and that stays visible. */
export async function reportDeployment(ctx: Ctx, input: DeploymentInput): Promise<DeploymentDto> {
  return transact(ctx, async (tx) => {
    const { api, place } = await loadApiForUpdate(tx, input.api);
    if (ctx.actor.standing.kind !== 'service')
      refuse(overApi('report-deployment', ctx.actor.standing, place));
    await requireEnvironment(tx, input.environment);
    const at = input.at ? new Date(input.at) : ctx.now;
    if (at.getTime() > ctx.now.getTime() + CLOCKS_DIFFER_MS)
      throw invalid('/at', 'This has not happened yet: report what was seen running.');
    const decision = input.decisionId ? await findDecision(tx, api.id, input) : null;
    const revision = await findRevision(tx, api.id, input.revision);
    const revisionId = revision?.id ?? decision?.revisionId ?? null;
    const id = newId(ctx.now.getTime());
    const seen = {
      id,
      environment: input.environment,
      decisionId: decision?.id ?? null,
      gated: decision !== null && isCovered({ at, revision, decision }),
      source: input.source ?? null,
      actor: ctx.actor.standing.name,
    };
    await tx.insert(deployments).values({ ...seen, apiId: api.id, revisionId, at, reportedAt: ctx.now });
    if (input.environment === 'production' && revisionId)
      await setProductionRevision(tx, api.id, revisionId, at);
    await audit(tx, ctx, {
      action: 'deployment.reported',
      subjects: [input.api, input.environment, id, ...(decision ? [decision.id] : [])],
      data: { revision: revisionId, gated: seen.gated, at: at.toISOString() },
    });
    if (!seen.gated) await refreshPosture(tx, ctx, [api.id]);
    return {
      ...seen,
      api: input.api,
      revision: revisionId,
      at: at.toISOString(),
      reportedAt: ctx.now.toISOString(),
    };
  });
}

async function requireEnvironment(tx: Transaction, slug: string) {
  const found = await tx.$count(environments, eq(environments.slug, slug));
  if (found === 0) throw notFound(`environment ${slug}`);
}

const CLOCKS_DIFFER_MS = 5 * 60_000;

type DecisionRecord = Awaited<ReturnType<typeof findDecision>>;
type RevisionRecord = Awaited<ReturnType<typeof findRevision>>;

/**
 * An allowed decision covers what it was about, materially, from when it was taken until it ran out: one that is fetched
 * afterwards does not make up for a deployment that nobody had asked about.
 */
function isCovered({
  at,
  revision,
  decision,
}: {
  at: Date;
  revision: RevisionRecord;
  decision: DecisionRecord;
}): boolean {
  const isAbout = revision === null || revision.materialDigest === decision.materialDigest;
  const wasTaken = at.getTime() >= decision.evaluatedAt.getTime() - CLOCKS_DIFFER_MS;
  const isInTime = decision.expiresAt === null || at <= decision.expiresAt;
  return decision.allowed && isAbout && wasTaken && isInTime;
}

async function findDecision(tx: Transaction, apiId: string, input: DeploymentInput) {
  const [row] = await tx
    .select({
      id: decisions.id,
      allowed: decisions.allowed,
      revisionId: decisions.revisionId,
      materialDigest: decisions.materialDigest,
      evaluatedAt: decisions.evaluatedAt,
      expiresAt: decisions.expiresAt,
    })
    .from(decisions)
    .where(
      and(
        eq(decisions.id, input.decisionId!),
        eq(decisions.apiId, apiId),
        eq(decisions.environment, input.environment),
      ),
    );
  if (!row) throw invalid('/decisionId', 'There is no such decision about this API and environment.');
  return row;
}

async function findRevision(tx: Transaction, apiId: string, asked: string | undefined) {
  if (asked === undefined) return null;
  const [row] = await tx
    .select({ id: revisions.id, materialDigest: revisions.materialDigest })
    .from(revisions)
    .where(
      and(eq(revisions.apiId, apiId), or(sql`${revisions.id}::text = ${asked}`, eq(revisions.digest, asked))),
    );
  if (!row) throw invalid('/revision', 'This API has no such revision.');
  return row;
}

/** An old report that comes late does not turn back what runs now. */
async function setProductionRevision(tx: Transaction, apiId: string, revisionId: string, at: Date) {
  const isNewer = (table: typeof deployments | typeof promotions) =>
    and(eq(table.apiId, apiId), eq(table.environment, 'production'), gt(table.at, at));
  const newer =
    (await tx.$count(deployments, isNewer(deployments))) + (await tx.$count(promotions, isNewer(promotions)));
  if (newer === 0) await tx.update(apis).set({ productionRevisionId: revisionId }).where(eq(apis.id, apiId));
}
