import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { decodeCursor, encodeCursor } from '../http/cursor.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { auditLine } from './audit.ts';

export interface AuditFilter extends TimeSpan {
  /** E-mails, slugs of service accounts, `operator` or `system`. */
  actor?: string[];
  action?: string[];
  /** Any of these among the subjects. */
  subject?: string[];
  sort: string;
  limit: number;
  cursor?: string;
}

export const AUDIT_SORTS = ['seq'] as const;

export interface StoredEvent extends Record<string, unknown> {
  seq: number;
  event: string;
}

export async function listAuditEvents(ctx: Ctx, filter: AuditFilter): Promise<Page<AuditEventDto>> {
  const descends = filter.sort.startsWith('-');
  const after = filter.cursor ? decodeCursor(filter.cursor, filter.sort, 1).values[0] : null;
  const chosen = conditions(filter);
  const beyond = after === null ? sql`` : sql`AND seq ${descends ? sql`<` : sql`>`} ${after}::bigint`;
  const [page, counted] = await Promise.all([
    ctx.db.execute<StoredEvent>(sql`SELECT seq, event FROM audit_events WHERE ${chosen} ${beyond}
      ORDER BY seq ${descends ? sql`DESC` : sql`ASC`} LIMIT ${filter.limit + 1}`),
    ctx.db.execute<{ total: number }>(sql`SELECT count(*) AS total FROM audit_events WHERE ${chosen}`),
  ]);
  const rows = page.rows.slice(0, filter.limit);
  const last = rows.at(-1);
  return {
    items: rows.map(toDto),
    nextCursor:
      page.rows.length > filter.limit && last
        ? encodeCursor({ sort: filter.sort, values: [last.seq] })
        : null,
    total: counted.rows[0]!.total,
  };
}

/** What is shown is what was sealed: the exported line, read. */
const toDto = (row: StoredEvent): AuditEventDto => JSON.parse(auditLine(row)) as AuditEventDto;

function conditions({ actor, action, subject, from, to }: AuditFilter): SQL {
  const parts: SQL[] = [sql`true`];
  if (actor) parts.push(sql`actor = ANY (${sql.param(withLowerCase(actor))}::text[])`);
  if (action) parts.push(sql`action = ANY (${sql.param(action)}::text[])`);
  if (subject) parts.push(sql`subjects && ${sql.param(withLowerCase(subject))}::text[]`);
  if (from) parts.push(sql`at >= ${from}`);
  if (to) parts.push(sql`at < ${to}`);
  return sql.join(parts, sql` AND `);
}

/** Addresses and slugs are stored in lower case; ids of others may not be. */
const withLowerCase = (texts: string[]): string[] => [
  ...new Set([...texts, ...texts.map((text) => text.toLowerCase())]),
];
