import { sql } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { checklists } from '#db/schema/reviews.ts';
import type { ChecklistItemDto, NewChecklistDto } from '#lib/domain/checklist/dto.ts';
import type { ChecklistItem } from '#lib/domain/checklist/types.ts';
import { mayManage } from '#lib/domain/ownership/rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { recordDigest } from '../gate/attest.ts';
import { staleWrite } from '../http/etag.ts';
import { conflict, refuse } from '../http/problem.ts';
import { markAllStale } from '../posture/refresh-posture.ts';
import { transact } from '../transact.ts';
import { checklistDto, itemOf } from './checklist-dto.ts';
import { findChecklist } from './find-checklist.ts';
import type { ChecklistRecord } from './find-checklist.ts';

export interface ChecklistInput {
  title: string;
  items: ChecklistItemDto[];
  /** The version that was read; when given, any other one in force is a stale write. */
  replaces?: number;
}

/** A new version stands for the whole list. What was signed on the one before counts no longer, from the commit on. */
export async function publishChecklist(
  ctx: Ctx,
  { title, items, replaces }: ChecklistInput,
): Promise<NewChecklistDto> {
  return transact(ctx, async (tx) => {
    refuse(mayManage(ctx.actor.standing, 'checklists'));
    const before = await findChecklist(tx);
    if (replaces !== undefined && replaces !== before.version) throw staleWrite();
    const next = { id: before.id, version: before.version + 1, title, items: items.map(itemOf) };
    if (contentDigest(next) === contentDigest(before)) {
      throw conflict(
        'checklist.unchanged',
        'This is the checklist in force already; a new version would void every sign-off for nothing.',
      );
    }
    const voided = await countVoided(tx, ctx, before);
    const [made] = await tx
      .insert(checklists)
      .values({ ...next, createdAt: ctx.now, createdBy: ctx.actor.standing.name })
      .onConflictDoNothing()
      .returning();
    if (!made) throw staleWrite();
    await audit(tx, ctx, {
      action: 'checklist.published',
      subjects: [before.id],
      data: { version: next.version, digest: contentDigest(next), ...keysChanged(before, next), voided },
    });
    await markAllStale(tx, ctx);
    return { ...checklistDto(made, made.version), voided };
  });
}

type Content = Pick<ChecklistRecord, 'title' | 'items'>;

/** Through JSON, as the database keeps it, so that a field left out and one never given are the same. */
const digestOf = (content: Content | ChecklistItem) => recordDigest(JSON.parse(JSON.stringify(content)));
const contentDigest = ({ title, items }: Content) => digestOf({ title, items });

function keysChanged(before: Content, after: Content) {
  const known = new Map(before.items.map((item) => [item.key, digestOf(item)]));
  const keys = new Set(after.items.map(({ key }) => key));
  return {
    added: after.items.flatMap(({ key }) => (known.has(key) ? [] : [key])),
    changed: after.items.flatMap((item) =>
      known.has(item.key) && known.get(item.key) !== digestOf(item) ? [item.key] : [],
    ),
    removed: before.items.flatMap(({ key }) => (keys.has(key) ? [] : [key])),
  };
}

async function countVoided(
  tx: Transaction,
  ctx: Ctx,
  { id, version }: ChecklistRecord,
): Promise<NewChecklistDto['voided']> {
  const { rows } = await tx.execute<NewChecklistDto['voided'] & Record<string, unknown>>(sql`
    SELECT
      (SELECT count(*) FROM sign_offs s JOIN reviews r ON r.id = s.review_id AND r.state = 'approved'
         JOIN apis a ON a.id = s.api_id AND a.owner_term_id = s.term_id
       WHERE s.revoked_at IS NULL AND s.expires_at > ${ctx.now} AND s.checklist_id = ${id} AND s.checklist_version = ${version}) AS "signOffs",
      (SELECT count(*) FROM reviews r JOIN apis a ON a.id = r.api_id AND a.owner_term_id IS NOT DISTINCT FROM r.term_id
       WHERE r.state IN ('draft', 'open', 'changes-requested') AND r.checklist_id = ${id} AND r.checklist_version = ${version}) AS reviews`);
  return rows[0]!;
}
