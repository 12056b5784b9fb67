'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RevisionFixDto } from '#lib/domain/revisions/text-dto.ts';
import { ErrorNote } from '../ui/error-state.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { PatchActions } from './patch-offer.tsx';
import { ScoreChange } from './score-change.tsx';

/** What one patch mends in a description, and the score after it. */
export function MendAll({ path }: { path: string }) {
  const { data: fix, error } = useAnswer<RevisionFixDto>(path, 'steps=0');
  if (error) return <ErrorNote error={error} during="reading" />;
  return (
    <>
      <div className="flex min-h-7 flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-13 font-medium">Everything a program can mend</h2>
        {!fix ? (
          <Skeleton className="w-56" />
        ) : (
          fix.steps > 0 && (
            <>
              <ScoreChange before={fix.before} after={fix.after} />
              <span className="text-muted">{formatCounted(fix.steps, 'step')}</span>
              <span className="flex flex-wrap gap-2 sm:ml-auto">
                <PatchActions path={path} />
              </span>
            </>
          )
        )}
      </div>
      {fix?.steps === 0 && (
        <p className="mt-1 text-muted">There is nothing a program could write the remedy for.</p>
      )}
      {fix && fix.steps > 0 && (
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
    </>
  );
}
