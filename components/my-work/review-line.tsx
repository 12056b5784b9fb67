import type { ReviewRowDto } from '#lib/domain/review/dto.ts';
import { DueTime } from '../ui/due-time.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ReviewStateBadge } from '../ui/review-state-badge.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { TierBadge } from '../ui/tier-badge.tsx';

/** A review as a line of work: what, until when, and the way in. */
export function ReviewLine({ review, verb }: { review: ReviewRowDto; verb: string }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 flex-1 basis-56">
        <TextLink href={`/reviews/${review.id}`}>{review.api.name}</TextLink>{' '}
        <span className="text-muted">
          to {review.environment}, asked by {review.requestedBy.name}
        </span>
      </span>
      <TierBadge tier={review.tier} plain />
      <ReviewStateBadge state={review.state} plain />
      <span className="w-28 text-muted">
        {review.dueAt && review.state === 'open' ? (
          <DueTime at={review.dueAt} withWord />
        ) : (
          <RelativeTime at={review.createdAt} />
        )}
      </span>
      <LinkButton href={`/reviews/${review.id}`} size="sm">
        {verb}
      </LinkButton>
    </div>
  );
}
