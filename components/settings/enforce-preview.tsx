'use client';
import { useAnswer } from '#lib/client/use-answer.ts';
import { formatCount, formatCounted } from '#lib/client/format-number.ts';
import { BLOCKED_QUERY } from '#lib/domain/apis/running.ts';
import type { EnvironmentPreviewDto } from '#lib/domain/environments/dto.ts';
import { ErrorNote } from '../ui/error-state.tsx';
import { Note } from '../ui/note.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';

const FEW = 8;

/** What an enforcing gate would have stopped in the last 30 days, and which APIs nobody could have approved. */
export function EnforcePreview({ slug }: { slug: string }) {
  const { data, error } = useAnswer<EnvironmentPreviewDto>(`/environments/${slug}/preview`, 'gate=enforce');
  if (error) return <ErrorNote error={error} during="reading" />;
  if (!data) return <SkeletonText />;
  const { totals, wouldBlock, nobodyCanApprove } = data;
  return (
    <section aria-label="What enforcing would mean" className="space-y-3">
      <Note
        tone="warning"
        title={`${formatCount(totals.blockedApis)} of ${formatCounted(totals.apis, 'API')} could not ship as they are`}
        action={<TextLink href={`/apis?environment=${slug}&${BLOCKED_QUERY}&sort=-risk`}>Which</TextLink>}
      >
        {totals.decisions === 0
          ? 'The gate was not asked in the last 30 days, so nothing can be said about past deployments.'
          : `Of ${formatCounted(totals.decisions, 'decision')} in the last 30 days it would have stopped ${formatCount(totals.blockedDecisions)}.`}
      </Note>
      <div className="grid gap-3 sm:grid-cols-2">
        <Apis
          title="Would have been blocked"
          nothing="No deployment of the last 30 days would have been stopped."
          rows={wouldBlock.map(({ api, name, decisions, codes }) => ({
            api,
            name,
            detail: `${decisions}×`,
            codes,
          }))}
        />
        <Apis
          title="Nobody could approve"
          nothing="Somebody can approve each of them."
          rows={nobodyCanApprove.map(({ api, name, team }) => ({
            api,
            name,
            detail: team ?? 'no team',
            codes: [],
          }))}
        />
      </div>
    </section>
  );
}

interface AffectedRow {
  api: string;
  name: string;
  detail: string;
  codes: readonly string[];
}

function Apis({ title, nothing, rows }: { title: string; nothing: string; rows: readonly AffectedRow[] }) {
  return (
    <div className="min-w-0 rounded-md border border-line text-13">
      <h3 className="border-b border-line bg-head px-3 py-1.5 text-12 font-medium text-muted">
        {title} {rows.length > 0 && formatCount(rows.length)}
      </h3>
      {rows.length === 0 ? (
        <p className="px-3 py-2 text-muted">{nothing}</p>
      ) : (
        <ul className="divide-y divide-line">
          {rows.slice(0, FEW).map((row) => (
            <li key={row.api} className="px-3 py-1.5">
              <span className="flex justify-between gap-3">
                <span className="truncate">
                  <TextLink href={`/apis/${row.api}`} quiet>
                    {row.name}
                  </TextLink>
                </span>
                <span className="shrink-0 text-muted">{row.detail}</span>
              </span>
              {row.codes.length > 0 && (
                <code className="block truncate font-mono text-12 text-muted">{row.codes.join(' ')}</code>
              )}
            </li>
          ))}
          {rows.length > FEW && (
            <li className="px-3 py-1.5 text-muted">and {formatCount(rows.length - FEW)} more</li>
          )}
        </ul>
      )}
    </div>
  );
}
