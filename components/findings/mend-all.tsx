'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import { useApi } from '../apis/use-api.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { PatchActions } from './patch-offer.tsx';
import { ScoreChange } from './score-change.tsx';

/** Everything a program can mend in the newest description, in one patch. */
export function MendAll({ slug }: { slug: string }) {
  const revision = useApi(slug)?.latestRevision?.id;
  const path = `/apis/${slug}/revisions/${revision}/fix`;
  const { data: fix, error } = useAnswer<RevisionFixDto>(path, 'steps=0', { isEnabled: Boolean(revision) });
  if (!revision || error || fix?.steps === 0) return null;
  return (
    <section
      aria-label="Everything a program can mend"
      className="rounded-md border border-line bg-raised px-4 py-2.5 text-13"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-13 font-medium">Everything a program can mend</h2>
        {fix ? (
          <>
            <ScoreChange before={fix.before} after={fix.after} />
            <span className="text-muted">{formatCounted(fix.steps, 'step')}</span>
            <span className="flex flex-wrap gap-2 sm:ml-auto">
              <PatchActions path={path} />
            </span>
          </>
        ) : (
          <Skeleton className="w-56" />
        )}
      </div>
      {fix && (
        <details className="mt-1">
          <summary className="cursor-pointer text-muted">What it mends</summary>
          <ul className="mt-1.5 columns-1 gap-8 lg:columns-2">
            {fix.mended.map(({ rule, title, places }) => (
              <li key={rule} className="flex gap-3 py-0.5">
                <span className="w-20 shrink-0 text-right text-muted tabular-nums">
                  {formatCounted(places, 'place')}
                </span>
                <span className="min-w-0">{title}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
