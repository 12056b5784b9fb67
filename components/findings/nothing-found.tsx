'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { useApi } from '../apis/use-api.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';

/** Why an API has no findings: nothing to scan is no clean bill. */
export function NothingFound({ slug }: { slug: string }) {
  const newest = useApi(slug)?.latestRevision;
  const { data: revision } = useAnswer<RevisionDto>(`/apis/${slug}/revisions/${newest?.id}`, '', {
    isEnabled: Boolean(newest),
  });
  if (!newest)
    return (
      <EmptyState kind="nothing" icon="file-text" title="There is no description to scan yet">
        Upload one above: it is scanned at once, and what is found is listed here.
      </EmptyState>
    );
  if (!revision || revision.scan.state === 'pending')
    return (
      <EmptyState
        kind="nothing"
        title={revision ? 'The description is being scanned' : 'Nothing is listed'}
      />
    );
  return (
    <EmptyState
      kind="nothing"
      icon="circle-check"
      title={`Nothing was found in revision ${revision.number}`}
      action={
        <LinkButton size="sm" icon="file-text" href={`/apis/${slug}/description`}>
          See the description
        </LinkButton>
      }
    >
      The scanner read its description by the rules {revision.scan.ruleSet}. What a description does not say,
      no scan can find.
    </EmptyState>
  );
}
