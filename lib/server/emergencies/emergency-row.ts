import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import type { EmergencyDto } from '#lib/domain/emergencies/dto.ts';
import { emergencyState, mayReviewEmergency } from '#lib/domain/emergencies/rules.ts';
import type { ApiPlace } from '#lib/domain/ownership/capacities.ts';
import type { EmergencyOutcome } from '#lib/domain/words.ts';
import { PLACE } from '../apis/api-place.ts';
import type { Ctx } from '../context.ts';
import type { Keyset } from '../http/keyset.ts';
import { notFound } from '../http/problem.ts';
import { iso, isoOrNull } from '../iso.ts';
import { rightOf } from '../right-of.ts';

export interface EmergencyRow extends Record<string, unknown> {
  id: string;
  apiId: string;
  api: string;
  team: string | null;
  environment: string;
  reason: string;
  incidentUrl: string;
  openedBy: string;
  openedAt: string;
  expiresAt: string;
  usedAt: string | null;
  decisionId: string | null;
  reviewedBy: string | null;
  reviewedAt: string | null;
  outcome: EmergencyOutcome | null;
  comment: string | null;
  version: number;
  place: ApiPlace;
  sortValue: string | null;
}

/** Aliases: `m` the emergency, `a` its API, `t` the team that owned the API when it was opened. */
export async function loadEmergencies(db: Queryable, where: SQL, page?: Keyset): Promise<EmergencyRow[]> {
  const { rows } = await db.execute<EmergencyRow>(sql`
    SELECT m.id, a.id AS "apiId", a.slug AS api, t.slug AS team, m.environment, m.reason, m.incident_url AS "incidentUrl",
      m.opened_by AS "openedBy", m.opened_at AS "openedAt", m.expires_at AS "expiresAt", m.used_at AS "usedAt",
      m.used_decision_id AS "decisionId", m.reviewed_by AS "reviewedBy", m.reviewed_at AS "reviewedAt", m.outcome, m.comment, m.version,
      ${PLACE} AS place,
      ${page ? sql`${page.by}::text` : sql`NULL`} AS "sortValue"
    FROM emergencies m JOIN apis a ON a.id = m.api_id LEFT JOIN teams t ON t.id = m.team_id
    WHERE ${where}
    ${page ? sql`AND ${page.beyond} ORDER BY ${page.order} LIMIT ${page.limit}` : sql`ORDER BY m.id`}`);
  return rows;
}

export async function loadEmergency(db: Queryable, id: string): Promise<EmergencyRow> {
  const [row] = await loadEmergencies(db, sql`m.id = ${id}`);
  if (!row) throw notFound(`emergency ${id}`);
  return row;
}

const instant = (value: string | null) => (value === null ? null : new Date(value).getTime());

/** What the rules about an emergency look at. */
export const recordOf = ({ openedBy, openedAt, expiresAt, usedAt, reviewedAt }: EmergencyRow) => ({
  openedBy,
  openedAt: new Date(openedAt).getTime(),
  expiresAt: new Date(expiresAt).getTime(),
  usedAt: instant(usedAt),
  reviewedAt: instant(reviewedAt),
});

export function emergencyDto(ctx: Ctx, row: EmergencyRow): EmergencyDto {
  const { apiId: _, place, sortValue: __, ...rest } = row;
  const record = recordOf(row);
  return {
    ...rest,
    state: emergencyState(record, ctx.now.getTime()),
    openedAt: iso(row.openedAt),
    expiresAt: iso(row.expiresAt),
    usedAt: isoOrNull(row.usedAt),
    reviewedAt: isoOrNull(row.reviewedAt),
    rights: { review: rightOf(mayReviewEmergency(ctx.actor.standing, place, record)) },
  };
}
