'use client';
import { useSearchParams } from 'next/navigation';
import { useAnswer } from '#lib/client/use-answer.ts';
import { useList } from '#lib/client/use-list.ts';
import { formatBytes, formatCounted } from '#lib/client/format-number.ts';
import type { RevisionDto } from '#lib/domain/revisions/dto.ts';
import { Digest } from '../ui/digest.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { FORMAT_WORDS } from './format-words.ts';
import { OperationList } from './operation-list.tsx';
import { RevisionPicker } from './revision-picker.tsx';

const FEW = 50;

export function ApiDescription({ slug }: { slug: string }) {
  const revisions = useList<RevisionDto>(`/apis/${slug}/revisions`, '', FEW);
  const wanted = useSearchParams().get('revision');
  const listed = wanted ? revisions.rows.find((one) => one.id === wanted) : revisions.rows[0];
  // A link may name one that is older than those of the list.
  const named = useAnswer<RevisionDto>(`/apis/${slug}/revisions/${wanted}`, '', {
    isEnabled: wanted !== null && !revisions.isFirstLoad && !listed,
  });
  const revision = listed ?? (wanted ? named.data : undefined);
  if (!revision) {
    const { error, retry } = revisions.error
      ? revisions
      : { error: named.error, retry: () => void named.refetch() };
    if (error) return <ErrorState error={error} onRetry={retry} />;
    if (revisions.isFirstLoad || wanted) return <SkeletonText lines={8} />;
    return <EmptyState kind="nothing" title="No description has been uploaded yet" />;
  }
  const before = revisions.rows.find((one) => one.number === revision.number - 1);
  return (
    <>
      <Section
        title={`${revision.title || 'Untitled'} ${revision.version}`}
        actions={
          <>
            <RevisionPicker revisions={revisions.rows} chosen={revision} />
            {before && (
              <LinkButton
                size="sm"
                icon="git-compare"
                href={`/apis/${slug}/description/changes?from=${before.id}&to=${revision.id}`}
              >
                What changed
              </LinkButton>
            )}
            <LinkButton
              size="sm"
              icon="file-text"
              href={`/apis/${slug}/description/text?revision=${revision.id}`}
            >
              Text with findings
            </LinkButton>
            <LinkButton
              size="sm"
              icon="download"
              href={`/api/v1/apis/${slug}/revisions/${revision.id}?raw=1`}
            >
              Exact bytes
            </LinkButton>
          </>
        }
      >
        <div className="grid gap-x-10 gap-y-4 md:grid-cols-2">
          <KeyValueList
            items={[
              { term: 'Format', value: FORMAT_WORDS[revision.format] },
              {
                term: 'Size',
                value: `${formatBytes(revision.size)}, ${formatCounted(revision.operationCount, 'operation')}`,
              },
              { term: 'Digest', value: <Digest value={revision.digest} /> },
              {
                term: 'Material digest',
                value: <Digest value={revision.materialDigest} />,
                tip: 'Of what matters to security. A sign-off is bound to it: rewording keeps it, a new operation does not.',
              },
            ]}
          />
          <KeyValueList
            items={[
              {
                term: 'Uploaded',
                value: (
                  <>
                    {revision.uploadedBy} <RelativeTime at={revision.uploadedAt} />
                  </>
                ),
              },
              { term: 'From', value: revision.importedFrom },
              {
                term: 'Servers',
                value: revision.servers.length > 0 && <Servers servers={revision.servers} />,
              },
              { term: 'Scan', value: <ScanSummary scan={revision.scan} /> },
            ].map((item) => ({ ...item, value: item.value || null }))}
          />
        </div>
      </Section>
      {/* Of its own for each revision: the operations of one must never stand under the name of another. */}
      <OperationList key={revision.id} slug={slug} revisionId={revision.id} />
    </>
  );
}

function Servers({ servers }: { servers: RevisionDto['servers'] }) {
  return (
    <ul>
      {servers.slice(0, 5).map((server) => (
        <li key={server.url}>
          <code className="font-mono text-12 break-all">{server.url}</code>
        </li>
      ))}
      {servers.length > 5 && <li className="text-muted">and {servers.length - 5} more</li>}
    </ul>
  );
}

function ScanSummary({ scan }: { scan: RevisionDto['scan'] }) {
  if (scan.state === 'pending') return <span className="text-muted">Being scanned</span>;
  const severe = (['critical', 'high', 'medium', 'low'] as const).filter(
    (severity) => scan.counts[severity] > 0,
  );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="font-medium">
        Grade {scan.grade}, {scan.score} of 100
      </span>
      {severe.map((severity) => (
        <SeverityBadge key={severity} severity={severity} count={scan.counts[severity]} plain />
      ))}
    </span>
  );
}
