import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { hasRole, signsSomewhere } from '#lib/domain/identity/standing.ts';
import { requiredRoles } from '#lib/domain/policy/required-roles.ts';
import { mayApprove } from '#lib/domain/review/approve.ts';
import { TIERS } from '#lib/domain/words.ts';
import type { Ctx } from '../context.ts';
import { ELIGIBLE } from '../people/who-may-sign.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { anyOf, texts } from '../sql/conditions.ts';
import { loadReviews } from './load-reviews.ts';

/**
 * Ids of the reviews that the person who asks could sign now. PostgreSQL leaves out what cannot wait for them, the
 * rule behind the button decides about the rest.
 */
export async function waitingFor(ctx: Ctx): Promise<string[]> {
  const { standing, id } = ctx.actor;
  if (!signsSomewhere(standing) || id === null) return [];
  const doors = [ownersDoor(ctx), hasRole(standing, 'security') ? await securityDoor(ctx) : null].filter(
    (door) => door !== null,
  );
  if (doors.length === 0) return [];
  const candidates = await loadReviews(
    ctx.db,
    sql`r.state = 'open' AND r.requested_by <> ${id} AND ${anyOf(doors)}`,
  );
  return candidates
    .filter(({ facts }) => 'role' in mayApprove({ ...facts, actor: standing }))
    .map((review) => review.id);
}

async function securityDoor(ctx: Ctx): Promise<SQL> {
  const { tiers } = await currentPolicy(ctx.db);
  const needing = TIERS.filter((tier) => requiredRoles(tiers[tier]).includes('security'));
  return sql`a.tier = ANY (${texts(needing)})`;
}

/** APIs of a team they sign for, and of teams below it in which nobody is left who may sign this very review. */
function ownersDoor({ actor }: Ctx): SQL | null {
  const signs = Object.entries(actor.standing.teamRoles).flatMap(([team, role]) =>
    role === 'member' ? [] : [team],
  );
  if (signs.length === 0) return null;
  return sql`EXISTS (
    SELECT 1 FROM teams mine WHERE mine.slug = ANY (${sql.param(signs)}::text[]) AND mine.slug = ANY (o.path)
      AND NOT EXISTS (
        SELECT 1 FROM teams below JOIN memberships m ON m.team_id = below.id AND m.role IN ('manager', 'approver')
          JOIN people p ON p.id = m.person_id AND ${ELIGIBLE}
        WHERE below.slug = ANY (o.path) AND cardinality(below.path) > cardinality(mine.path)
          AND p.id <> r.requested_by
          AND NOT EXISTS (SELECT 1 FROM review_items i WHERE i.review_id = r.id AND i.answered_by = p.id)
          AND NOT EXISTS (SELECT 1 FROM revisions v WHERE v.api_id = r.api_id AND v.material_digest = r.material_digest AND p.email = ANY (v.uploaded_by || v.brought_back_by))
          AND NOT EXISTS (SELECT 1 FROM sign_offs s WHERE s.review_id = r.id AND s.person_id = p.id AND s.revoked_at IS NULL AND s.at >= r.submitted_at)))`;
}
