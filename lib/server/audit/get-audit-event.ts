import { eq } from 'drizzle-orm';
import { auditEvents } from '#db/schema/audit.ts';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import type { Ctx } from '../context.ts';
import { notFound } from '../http/problem.ts';
import { auditLine } from './audit.ts';

/** One event, from its exact line. */
export async function getAuditEvent(ctx: Ctx, seq: number): Promise<AuditEventDto> {
  const [row] = await ctx.db
    .select({ seq: auditEvents.seq, event: auditEvents.event })
    .from(auditEvents)
    .where(eq(auditEvents.seq, seq));
  if (!row) throw notFound(`event ${seq}`);
  return JSON.parse(auditLine(row)) as AuditEventDto;
}
