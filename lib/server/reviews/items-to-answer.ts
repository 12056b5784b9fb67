import { asc, eq } from 'drizzle-orm';
import type { Queryable } from '#db/client.ts';
import { findings, operations, revisionFindings } from '#db/schema/revisions.ts';
import type { revisions } from '#db/schema/revisions.ts';
import type { reviewItems } from '#db/schema/reviews.ts';
import { isSettling } from '#lib/domain/checklist/bearing-findings.ts';
import { prefillAnswers } from '#lib/domain/checklist/prefill.ts';
import { tailorChecklist } from '#lib/domain/checklist/tailor.ts';
import type { Checklist, ChecklistItem, PrefilledAnswer } from '#lib/domain/checklist/types.ts';
import type { ApiRecord } from '../apis/load-api.ts';

type RevisionRecord = typeof revisions.$inferSelect;
type ItemRow = Omit<typeof reviewItems.$inferInsert, 'reviewId'>;

interface Asked {
  checklist: Checklist;
  api: Pick<ApiRecord, 'tier' | 'kind' | 'protections'>;
  revision: RevisionRecord;
}

/** The questions for this API and this description, with the answers that the scan has proof for. */
export async function itemsToAnswer(db: Queryable, { checklist, api, revision }: Asked): Promise<ItemRow[]> {
  const items = tailorChecklist(checklist, { ...api, features: revision.features });
  const settled = await settledAnswers(db, items, { api, revision });
  return items.map(({ key, question }, position) => ({
    key,
    position,
    question,
    answer: settled[key]?.answer ?? null,
    evidence: settled[key]?.evidence ?? null,
    prefilled: settled[key] !== undefined,
  }));
}

async function settledAnswers(
  db: Queryable,
  items: ChecklistItem[],
  { api, revision }: Omit<Asked, 'checklist'>,
): Promise<Partial<Record<string, PrefilledAnswer>>> {
  // What was not scanned settles nothing: having found nothing would read as having nothing to find.
  if (revision.scanState !== 'done') return {};
  const found = await db
    .select()
    .from(revisionFindings)
    .innerJoin(findings, eq(findings.id, revisionFindings.findingId))
    .where(eq(revisionFindings.revisionId, revision.id));
  const stored = await db
    .select()
    .from(operations)
    .where(eq(operations.revisionId, revision.id))
    .orderBy(asc(operations.position));
  const dismissed = found.filter((one) => one.findings.state === 'false-positive');
  const standing = found.filter((one) => one.findings.state !== 'false-positive');
  // Somebody called a finding wrong: neither it nor its absence is proof any more, so a person answers.
  const open = items.filter((item) => !dismissed.some((one) => isSettling(item, one.findings.rule)));
  return prefillAnswers(open, {
    ...revision,
    operations: stored,
    protections: api.protections,
    findings: standing.map((one) => ({ ...one.findings, ...one.revision_findings })),
  });
}
