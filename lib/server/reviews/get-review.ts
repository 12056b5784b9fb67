import type { Queryable } from '#db/client.ts';
import { bearingFindings } from '#lib/domain/checklist/bearing-findings.ts';
import type { ChecklistItem } from '#lib/domain/checklist/types.ts';
import { whereOf } from '#lib/domain/findings/where-of.ts';
import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewActionFacts } from '#lib/domain/review/actions.ts';
import { outstandingRoles } from '#lib/domain/review/approvals.ts';
import { candidates, ownerCandidates } from '#lib/domain/review/candidates.ts';
import { REVIEW_ACTIONS } from '#lib/domain/review/dto.ts';
import type { ReviewAction, ReviewDto, ReviewItemDto } from '#lib/domain/review/dto.ts';
import { mayRevoke } from '#lib/domain/review/revoke.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import type { ApprovalRole } from '#lib/domain/words.ts';
import { findChecklist } from '../checklists/find-checklist.ts';
import type { Ctx } from '../context.ts';
import { iso, isoOrNull } from '../iso.ts';
import { rightOf } from '../right-of.ts';
import { compareReview } from './compare-with-last.ts';
import type { Comparison } from './compare-with-last.ts';
import { loadReview } from './load-reviews.ts';
import { loadDetails } from './review-details.ts';
import type { ReviewDetails, StoredItem } from './review-details.ts';
import { reviewRow } from './review-row.ts';

export async function getReview(ctx: Ctx, id: string): Promise<ReviewDto> {
  return reviewDto(ctx, id, await compareReview(ctx.db, id));
}

/** @param db the transaction of the step that was just taken, so that its answer tells what it made of the review */
export async function reviewDto(
  ctx: Ctx,
  id: string,
  since: Comparison | null,
  db: Queryable = ctx.db,
): Promise<ReviewDto> {
  const loaded = await loadReview(db, id);
  const details = await loadDetails(db, id, since?.reviewId ?? null, ctx.now);
  const checklist = await findChecklist(db, details.checklistId, details.checklistVersion);
  const facts = { ...loaded.facts, actor: ctx.actor.standing };
  return {
    ...reviewRow(loaded),
    revision: details.revision,
    materialDigest: facts.review.materialDigest,
    checklist: { id: checklist.id, version: checklist.version, title: checklist.title },
    items: itemDtos(details, checklist.items),
    requiredApprovals: facts.required.map((role) => requiredApproval(role, facts, details.teamNames)),
    approvals: details.approvals.map((one) => ({
      ...one,
      at: iso(one.at),
      expiresAt: iso(one.expiresAt),
      revokedAt: isoOrNull(one.revokedAt),
    })),
    comments: details.comments.map((one) => ({ ...one, at: iso(one.at) })),
    decidedAt: isoOrNull(details.decidedAt),
    sinceLastSignOff: since && {
      revisionId: since.revisionId,
      signedAt: since.signedAt,
      diff: since.diff,
      counts: since.counts,
    },
    version: loaded.version,
    rights: rights(facts),
    revocation: rightOf(mayRevoke(facts.actor, facts.place, facts.review.approvals.length)),
  };
}

function itemDtos({ items, findings }: ReviewDetails, asked: ChecklistItem[]): ReviewItemDto[] {
  const byKey = new Map(asked.map((item) => [item.key, item]));
  return items.map((stored) => {
    const item = byKey.get(stored.key);
    const bearing = item ? bearingFindings(item, findings) : [];
    return {
      ...itemDto(stored),
      owasp: item?.owasp ?? [],
      why: item?.why ?? '',
      guidance: item?.guidance ?? '',
      findings: bearing.map((one) => ({
        id: one.id,
        title: one.title,
        severity: one.severity,
        where: whereOf(one),
      })),
    };
  });
}

const itemDto = ({ answeredAt, ...rest }: StoredItem) => ({ ...rest, answeredAt: isoOrNull(answeredAt) });

/** Who may give a sign-off that is missing; nobody needs to give one that is there. */
function requiredApproval(
  role: ApprovalRole,
  facts: ReviewActionFacts,
  teamNames: ReviewDetails['teamNames'],
): ReviewDto['requiredApprovals'][number] {
  const isMissing = outstandingRoles(facts.review, facts.required).includes(role);
  const set = role === 'owner' ? ownerCandidates(facts) : null;
  return {
    role,
    candidates: isMissing ? candidates(role, facts) : [],
    team: set?.team ?? null,
    teamName: set?.team ? (teamNames[set.team] ?? null) : null,
    escalated: isMissing && (set?.escalated ?? false),
  };
}

function rights(facts: ReviewActionFacts): Record<ReviewAction, Right> {
  const entries = REVIEW_ACTIONS.map((action) => [action, rightOf(mayAct(action, facts))]);
  return Object.fromEntries(entries) as Record<ReviewAction, Right>;
}
