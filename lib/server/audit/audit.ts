import type { Transaction } from '#db/client.ts';
import { auditEvents } from '#db/schema/audit.ts';
import type { Ctx } from '../context.ts';

export interface AuditEntry {
  /** Past tense of the verb of the business: `api.registered`, `review.approved`. */
  action: string;
  /** Public slugs, ids and e-mails of all that it is about, the changed thing first. */
  subjects: string[];
  /** What changed. Never a secret, never a whole description. */
  data?: Record<string, unknown>;
}

/** Writes events in the transaction of the change: no event, no change. */
export async function audit(tx: Transaction, ctx: Ctx, ...entries: AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await tx.insert(auditEvents).values(entries.map((entry) => auditRow(ctx, entry)));
}

export function auditRow(
  ctx: Pick<Ctx, 'actor' | 'now' | 'requestId'>,
  { action, subjects, data = {} }: AuditEntry,
) {
  const { name: actor, kind: actorKind } = ctx.actor.standing;
  const event = {
    at: ctx.now.toISOString(),
    actor,
    actorKind,
    action,
    subjects,
    data,
    requestId: ctx.requestId,
  };
  return { at: ctx.now, actor, actorKind, action, subjects, event: JSON.stringify(event) };
}

/** The exact exported line of an event: a leaf of the log is these bytes without a newline. */
export function auditLine(row: { seq: number; event: string }): string {
  return `{"seq":${row.seq},${row.event.slice(1)}`;
}
