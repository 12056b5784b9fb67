import { eq, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { posture } from '#db/schema/gate.ts';
import { decide } from '#lib/domain/gate/decide.ts';
import { nextChange } from '#lib/domain/gate/next-change.ts';
import { questionOf, signOffQuestion } from '#lib/domain/gate/question.ts';
import { signOffStanding } from '#lib/domain/review/sign-off-state.ts';
import type { Ctx } from '../context.ts';
import { loadManyFacts } from '../gate/load-facts.ts';
import { refreshRisk } from '../risk/refresh-risk.ts';
import { hasBoth } from '../gate/complete-facts.ts';
import type { CompleteFacts } from '../gate/complete-facts.ts';
import { showInLists } from './show-in-lists.ts';

/** More than this many are marked as out of date and left to the worker, so that no change waits for thousands. */
const AT_ONCE = 200;

/**
 * Writes anew what `decide` says about these APIs, in the transaction of the change that may have altered it. Every verb
 * that touches a fact of a decision calls it last, before its audit events or after.
 */
export async function refreshPosture(
  tx: Transaction,
  ctx: Pick<Ctx, 'now'>,
  apiIds: string[],
): Promise<void> {
  if (apiIds.length === 0) return;
  if (apiIds.length > AT_ONCE)
    return markStale(tx, ctx, sql`${posture.apiId} = ANY (${sql.param(apiIds)}::uuid[])`);
  await holdStill(tx, apiIds);
  const facts = (await loadManyFacts(tx, { ids: apiIds }, ctx.now)).filter(hasBoth);
  const judged = facts.map((one) => judge(one, ctx.now));
  if (judged.length > 0) {
    await tx
      .insert(posture)
      .values(judged.map(({ row }) => row))
      .onConflictDoUpdate({
        target: [posture.apiId, posture.environment],
        set: {
          outcome: sql`excluded.outcome`,
          allowed: sql`excluded.allowed`,
          reasonCodes: sql`excluded.reason_codes`,
          signOff: sql`excluded.sign_off`,
          signOffValidUntil: sql`excluded.sign_off_valid_until`,
          refreshAt: sql`excluded.refresh_at`,
          computedAt: sql`excluded.computed_at`,
        },
      });
  }
  const risks = await refreshRisk(
    tx,
    ctx,
    judged.map((one) => ({ ...one.facts, outcome: one.row.outcome })),
  );
  const inOrder = judged.map(({ facts: { environment }, row, isSigned }) => ({
    ...row,
    gate: environment.gate,
    isSigned,
  }));
  await showInLists(tx, risks, inOrder);
}

/** For changes of who is in a team or where it stands: everything its people may have to approve. */
export async function refreshPostureOfTeams(
  tx: Transaction,
  ctx: Pick<Ctx, 'now'>,
  teamSlugs: string[],
): Promise<void> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    SELECT a.id FROM teams t JOIN apis a ON a.owner_team_id = t.id OR a.offered_team_id = t.id
    WHERE t.path && ${sql.param(teamSlugs)}::text[]`);
  await refreshPosture(
    tx,
    ctx,
    rows.map((row) => row.id),
  );
}

/** For changes that concern every API: a policy, a checklist, the gate of one environment. */
export async function markAllStale(
  tx: Transaction,
  ctx: Pick<Ctx, 'now'>,
  environment?: string,
): Promise<void> {
  await markStale(tx, ctx, environment === undefined ? sql`true` : eq(posture.environment, environment));
}

async function markStale(tx: Transaction, ctx: Pick<Ctx, 'now'>, which: SQL) {
  await letNobodyRefresh(tx);
  await tx.update(posture).set({ refreshAt: ctx.now }).where(which);
}

const REFRESHING = 4718250715;

/**
 * Two changes of one API are judged one after the other, each with what the other has committed, and in one order, so
 * that wide changes cannot wait for each other in a circle. The shared lock keeps out whoever marks APIs as out of date.
 */
async function holdStill(tx: Transaction, apiIds: string[]): Promise<void> {
  await tx.execute(sql`
    WITH refreshing AS MATERIALIZED (SELECT pg_advisory_xact_lock_shared(${REFRESHING}::bigint))
    SELECT a.id FROM refreshing, apis a WHERE a.id = ANY (${sql.param(apiIds)}::uuid[])
    ORDER BY a.slug FOR NO KEY UPDATE OF a`);
}

/**
 * Waits for those who have looked at the facts without this change and have not yet written down what follows: their
 * mark would cover ours.
 */
export async function letNobodyRefresh(tx: Transaction): Promise<void> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(${REFRESHING}::bigint)`);
}

interface Judged {
  facts: CompleteFacts;
  row: typeof posture.$inferInsert;
  /** Whether anybody has signed, though it may not count. */
  isSigned: boolean;
}

function judge(facts: CompleteFacts, now: Date): Judged {
  const decision = decide(facts);
  const question = questionOf(facts);
  const standing = question ? signOffStanding(signOffQuestion(question)) : null;
  const row = {
    apiId: facts.apiId,
    environment: facts.environment.slug,
    outcome: decision.outcome,
    allowed: decision.allowed,
    reasonCodes: [...new Set(decision.reasons.map((reason) => reason.code))],
    signOff: standing?.state ?? 'missing',
    signOffValidUntil: standing?.validUntil ? new Date(standing.validUntil) : null,
    refreshAt: new Date(nextChange(facts)),
    computedAt: now,
  };
  return { facts, row, isSigned: standing !== null && standing.signOffs.length > 0 };
}
