import type { ReviewDto } from '#lib/domain/review/dto.ts';
import { RelativeTime } from '../ui/relative-time.tsx';
import { changeSummary } from './change-summary.ts';

/** As many as are read in a dialog; the page behind it lists more. */
const FEW = 5;

/** What a signature would cover beyond what was signed before: all of it by number, the weightiest by name. */
export function SignOffChanges({ review }: { review: ReviewDto }) {
  const { sinceLastSignOff: since, environment } = review;
  if (!since) {
    return <p className="text-13">Nothing was signed off for {environment} before: all of it is new.</p>;
  }
  const { diff, counts } = since;
  const changes = [...diff.security, ...diff.breaking, ...diff.other];
  const total = counts.security + counts.breaking + counts.other;
  const named = [...new Set(changes.map(({ what }) => what))].slice(0, FEW);
  return (
    <section aria-label="Since the last sign-off" className="text-13">
      <p>
        Since the sign-off <RelativeTime at={since.signedAt} />: {changeSummary(counts)}
      </p>
      {named.length > 0 && (
        <ul className="mt-1.5 list-disc space-y-1 pl-5 wrap-anywhere">
          {named.map((what) => (
            <li key={what}>{what}</li>
          ))}
        </ul>
      )}
      {total > named.length && (
        <p className="mt-1.5 text-muted">The others stand on the page of the review.</p>
      )}
    </section>
  );
}
