'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { DescriptionDiff } from '#lib/domain/description/types.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { ChangeList } from './change-list.tsx';

export function RevisionChanges({ slug, search }: { slug: string; search: string }) {
  const { data } = useAnswer<DescriptionDiff>(`/apis/${slug}/diff`, search);
  if (!data) return null;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="text-13 text-muted">
          {data.materialChange
            ? 'The two differ in what matters to security: a sign-off of the older one does not cover the newer one.'
            : 'Nothing that matters to security differs: a sign-off of the older one covers the newer one too.'}
        </p>
        <LinkButton size="sm" href={`/apis/${slug}/description`} icon="arrow-left">
          Back to the description
        </LinkButton>
      </div>
      <ChangeList diff={data} />
    </>
  );
}
