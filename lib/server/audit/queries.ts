import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import type { Page } from '#lib/domain/page.ts';
import type { Ctx } from '../context.ts';
import { countRows, keyset } from '../http/keyset.ts';
import type { ListQuery } from '../http/keyset.ts';
import type { TimeSpan } from '../http/time-span.ts';
import { allOf, given, oneOf, texts, within } from '../sql/conditions.ts';
import { auditLine } from './audit.ts';

export interface AuditFilter extends ListQuery, TimeSpan {
  /** E-mails, slugs of service accounts, `operator` or `system`. */
  actor?: string[];
  action?: string[];
  /** Any of these among the subjects. */
  subject?: string[];
}

export const AUDIT_SORTS = ['seq'] as const;

export interface StoredEvent extends Record<string, unknown> {
  seq: number;
  event: string;
}

const COLUMNS = { seq: { by: sql`seq`, type: 'bigint' } } as const;

export async function listAuditEvents(ctx: Ctx, filter: AuditFilter): Promise<Page<AuditEventDto>> {
  const keys = keyset(filter, COLUMNS);
  const chosen = conditions(filter);
  const [{ rows }, total] = await Promise.all([
    ctx.db.execute<StoredEvent>(sql`SELECT seq, event FROM audit_events WHERE ${chosen} AND ${keys.beyond}
      ORDER BY ${keys.order} LIMIT ${keys.limit}`),
    countRows(ctx.db, filter, sql`audit_events WHERE ${chosen}`),
  ]);
  return { ...keys.page(rows, toDto, (row) => [row.seq]), total };
}

/** What is shown is what was sealed: the exported line, read. */
const toDto = (row: StoredEvent): AuditEventDto => JSON.parse(auditLine(row)) as AuditEventDto;

const conditions = ({ actor, action, subject, ...span }: AuditFilter): SQL =>
  allOf(
    given(actor, (names) => oneOf(sql`actor`, withLowerCase(names))),
    oneOf(sql`action`, action),
    given(subject, (names) => sql`subjects && ${texts(withLowerCase(names))}`),
    within(sql`at`, span),
  );

/** Addresses and slugs are stored in lower case; ids of others may not be. */
const withLowerCase = (texts: string[]): string[] => [
  ...new Set([...texts, ...texts.map((text) => text.toLowerCase())]),
];
