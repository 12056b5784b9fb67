'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import { formatCounted } from '#lib/client/format-number.ts';
import type { EnvironmentPreviewDto } from '#lib/domain/environments/dto.ts';
import { Note } from '../ui/note.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';

const FEW = 6;

/** What an enforcing gate would have stopped in the last 30 days, and whom nobody could have approved. */
export function EnforcePreview({ slug }: { slug: string }) {
  const { data } = useAnswer<EnvironmentPreviewDto>(`/environments/${slug}/preview`, 'gate=enforce');
  if (!data) return <SkeletonText />;
  const { totals, wouldBlock, nobodyCanApprove } = data;
  return (
    <Note
      tone="warning"
      title={`${formatCounted(totals.blockedApis, 'API')} of ${totals.apis} could not ship as they are`}
    >
      <p>
        {totals.blockedDecisions} of {totals.decisions} decisions of the last 30 days would have been blocked.
      </p>
      <Apis
        title="Blocked most often"
        rows={wouldBlock.map((row) => ({ ...row, detail: `${row.decisions} times` }))}
      />
      <Apis
        title="Nobody could approve"
        rows={nobodyCanApprove.map((row) => ({ ...row, detail: row.team ?? 'no team' }))}
      />
    </Note>
  );
}

function Apis({
  title,
  rows,
}: {
  title: string;
  rows: readonly { api: string; name: string; detail: string }[];
}) {
  if (rows.length === 0) return null;
  return (
    <div className="mt-2">
      <h3 className="font-medium">{title}</h3>
      <ul>
        {rows.slice(0, FEW).map((row) => (
          <li key={row.api}>
            <TextLink href={`/apis/${row.api}`}>{row.name}</TextLink>{' '}
            <span className="text-muted">{row.detail}</span>
          </li>
        ))}
        {rows.length > FEW && <li className="text-muted">and {rows.length - FEW} more</li>}
      </ul>
    </div>
  );
}
