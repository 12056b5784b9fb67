import { sql } from 'drizzle-orm';
import { decide } from '#lib/domain/gate/decide.ts';
import type { Decision } from '#lib/domain/gate/facts.ts';
import { affectedTiers } from '#lib/domain/policy/affected-tiers.ts';
import type { PolicyDocument, PolicyPreviewDto } from '#lib/domain/policy/dto.ts';
import type { Outcome, Tier } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { getEnvironment } from '../environments/queries.ts';
import { loadManyFacts } from '../gate/load-facts.ts';
import { notFound } from '../http/problem.ts';
import { GATE_POLICY, currentPolicy } from './current-policy.ts';

const BATCH = 200;
const MOST_SHOWN = 200;

/**
 * What the gate of an environment would answer under another policy, for every API, judged by the rule of the gate
 * itself. Facts are loaded in batches, of which one at a time is in memory; tiers of which the policy asks the same as
 * before need no judging, and are counted as they stand.
 */
export async function previewPolicy(
  ctx: Ctx,
  key: string,
  document: PolicyDocument,
  environment: string,
): Promise<PolicyPreviewDto> {
  if (key !== GATE_POLICY) throw notFound(`policy ${key}`);
  await getEnvironment(ctx, environment);
  const policy = await currentPolicy(ctx.db);
  const affected = affectedTiers(policy, document);
  const preview = await countUnaffected(ctx, environment, affected);
  const rows = await listAffected(ctx, affected);
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = new Map(rows.slice(start, start + BATCH).map((row) => [row.id, row]));
    const facts = await loadManyFacts(
      ctx.db,
      { ids: [...batch.keys()], environments: [environment] },
      ctx.now,
    );
    for (const one of facts) {
      const other = { ...one, policy: { ...document, version: policy.version + 1 } };
      record(preview, batch.get(one.apiId)!, decide(one), decide(other));
    }
  }
  return { ...preview, changes: preview.changes.slice(0, MOST_SHOWN) };
}

interface ApiRow extends Record<string, unknown> {
  id: string;
  api: string;
  name: string;
  tier: Tier;
  team: string | null;
}

async function listAffected(ctx: Ctx, tiers: Tier[]): Promise<ApiRow[]> {
  const { rows } = await ctx.db.execute<ApiRow>(sql`
    SELECT a.id, a.slug AS api, a.name, a.tier, t.slug AS team FROM apis a LEFT JOIN teams t ON t.id = a.owner_team_id
    WHERE a.lifecycle <> 'retired' AND a.tier = ANY (${sql.param(tiers)}::text[]) ORDER BY lower(a.name), a.id`);
  return rows;
}

async function countUnaffected(ctx: Ctx, environment: string, affected: Tier[]): Promise<PolicyPreviewDto> {
  const { rows } = await ctx.db.execute<{ outcome: Outcome; count: number }>(sql`
    SELECT p.outcome, count(*) AS count FROM posture p JOIN apis a ON a.id = p.api_id
    WHERE p.environment = ${environment} AND a.lifecycle <> 'retired' AND a.tier <> ALL (${sql.param(affected)}::text[]) GROUP BY 1`);
  const counts = { allowed: 0, prevented: 0, awaiting: 0, invalid: 0 };
  for (const { outcome, count } of rows) counts[outcome] = count;
  const apis = rows.reduce((sum, { count }) => sum + count, 0);
  return { environment, apis, before: { ...counts }, after: counts, changed: 0, changes: [] };
}

function record(
  preview: PolicyPreviewDto,
  { api, name, tier, team }: ApiRow,
  before: Decision,
  after: Decision,
): void {
  preview.apis += 1;
  preview.before[before.outcome] += 1;
  preview.after[after.outcome] += 1;
  const was = codesOf(before);
  const is = codesOf(after);
  const added = is.filter((code) => !was.includes(code));
  const removed = was.filter((code) => !is.includes(code));
  if (before.outcome === after.outcome && added.length === 0 && removed.length === 0) return;
  preview.changed += 1;
  preview.changes.push({
    api,
    name,
    tier,
    team,
    before: before.outcome,
    after: after.outcome,
    added,
    removed,
  });
}

const codesOf = ({ reasons }: Decision): string[] => [...new Set(reasons.map(({ code }) => code))];
