import { outstandingRoles } from '#lib/domain/review/approvals.ts';
import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { overtakenBy, overtakenSentence } from '#lib/domain/review/overtaken.ts';
import { isLive } from '#lib/domain/review/transitions.ts';
import { iso, isoOrNull } from '../iso.ts';
import type { LoadedReview } from './load-reviews.ts';

export function reviewRow(loaded: LoadedReview): ReviewRowDto {
  const { id, api, tier, team, requestedBy, submittedAt, dueAt, answered, items, facts } = loaded;
  const { review, required } = facts;
  return {
    id,
    api: { slug: api.slug, name: api.name },
    environment: review.environment,
    state: review.state,
    tier,
    team: team?.slug ?? null,
    teamName: team?.name ?? null,
    requestedBy,
    createdAt: new Date(review.createdAt).toISOString(),
    submittedAt: isoOrNull(submittedAt),
    dueAt: dueAt === null ? null : iso(dueAt),
    answered,
    items,
    missingRoles: isLive(review.state) ? outstandingRoles(review, required) : [],
    void: voidSentence(facts),
  };
}

function voidSentence({ review, ...around }: LoadedReview['facts']): string | null {
  const overtaken = isLive(review.state) ? overtakenBy(review, around) : null;
  return overtaken && overtakenSentence(overtaken);
}
