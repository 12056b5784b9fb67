import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Ctx } from '../context.ts';
import { fromPolicy } from '../policies/current-policy.ts';

/** Days after which an ownership must be confirmed anew, by the policy in force. */
export const ATTESTATION = fromPolicy(sql`(p.document->>'attestationDays')::int AS days`);

/** Of the API `a` that has an owner, beside `att`; one that was never confirmed is not, as `isAttested` has it. */
export const isConfirmed = ({ now }: Pick<Ctx, 'now'>): SQL =>
  sql`coalesce(a.owner_confirmed_at > ${now}::timestamptz - make_interval(days => att.days), false)`;

/** Of the API `a`, beside `att`, as `ownershipState` tells it for one. */
export const ownershipOf = (ctx: Pick<Ctx, 'now'>): SQL => sql`CASE
  WHEN a.owner_team_id IS NOT NULL THEN CASE WHEN ${isConfirmed(ctx)} THEN 'owned' ELSE 'stale' END
  WHEN a.offered_team_id IS NOT NULL THEN 'offered' ELSE 'unowned' END`;
