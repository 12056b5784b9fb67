import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { ChangeList } from '../revisions/change-list.tsx';
import { changedPlace } from '../revisions/changes-address.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';

/** What the signer signs beyond what was signed before. */
export function SinceLastSignOff({ review }: { review: ReviewDto }) {
  const { sinceLastSignOff: since } = review;
  if (!since) {
    return (
      <p className="text-13 text-muted">
        Nothing was signed off for {review.environment} before: all of it is new.
      </p>
    );
  }
  const changes = `/apis/${review.api.slug}/description/changes?from=${since.revisionId}&to=${review.revision.id}`;
  return (
    <section aria-label="Changes since the last sign-off" className="space-y-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="text-16 font-semibold">
          Changed since the sign-off <RelativeTime at={since.signedAt} />
        </h2>
        <LinkButton size="sm" icon="git-compare" href={changes}>
          Everything that changed
        </LinkButton>
      </div>
      <ChangeList
        diff={since.diff}
        counts={since.counts}
        placeHref={changedPlace(review.api.slug, since.revisionId, review.revision.id)}
      />
    </section>
  );
}
