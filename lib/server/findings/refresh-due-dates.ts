import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { fromPolicy } from '../policies/current-policy.ts';

/**
 * Service levels follow the tier and the policy in force, counted from when a finding came, or came back. What was called
 * false has its date, too, for when somebody takes that back.
 */
export async function refreshDueDates(tx: Transaction, apiIds: string[]): Promise<void> {
  await tx.execute(sql`
    WITH policy AS ${fromPolicy(sql`p.document->'tiers' AS tiers`)},
      due AS (
        SELECT f.id, coalesce(f.reintroduced_at, f.first_seen_at)
          + make_interval(days => (p.tiers->a.tier->'findingDueDays'->>f.severity)::int) AS at
        FROM policy p, apis a JOIN findings f ON f.api_id = a.id AND f.state <> 'fixed'
        WHERE a.id = ANY (${sql.param(apiIds)}::uuid[]))
    UPDATE findings SET due_at = due.at FROM due WHERE findings.id = due.id AND findings.due_at IS DISTINCT FROM due.at`);
}
