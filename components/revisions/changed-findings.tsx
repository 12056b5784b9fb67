'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import type { ListPage } from '#lib/client/list-pages.ts';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { ErrorNote } from '../ui/error-state.tsx';
import { Section } from '../ui/section.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';
import { TextLink } from '../ui/text-link.tsx';
import { changedFindingsSearch } from './changes-address.ts';

interface ChangedFindingsProps {
  slug: string;
  from: string;
  to: string;
}

/** What the newer revision mends of the findings of the older one, and what is found in it for the first time. */
export function ChangedFindings({ slug, from, to }: ChangedFindingsProps) {
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <Findings
        title="No longer found"
        none="Every finding of the older revision is still there."
        path={`/apis/${slug}/revisions/${from}/findings`}
        search={changedFindingsSearch(to)}
      />
      <Findings
        title="Newly found"
        none="Nothing is found that was not there before."
        path={`/apis/${slug}/revisions/${to}/findings`}
        search={changedFindingsSearch(from)}
      />
    </div>
  );
}

interface FindingsProps {
  title: string;
  none: string;
  path: string;
  search: string;
}

function Findings({ title, none, path, search }: FindingsProps) {
  const { data, error } = useAnswer<ListPage<FindingDto>>(path, search);
  const total = data?.total ?? undefined;
  return (
    <Section title={title} count={total}>
      {error ? (
        <ErrorNote error={error} during="reading" />
      ) : !data ? (
        <SkeletonText lines={3} />
      ) : data.items.length === 0 ? (
        <p className="text-13 text-muted">{none}</p>
      ) : (
        <ul className="divide-y divide-line text-13">
          {data.items.map(({ id, api, severity, title: name, where, operationCount }) => (
            <li key={id} className="flex items-baseline gap-3 py-1.5 first:pt-0 last:pb-0">
              <span className="w-20 shrink-0">
                <SeverityBadge severity={severity} plain />
              </span>
              <span className="min-w-0">
                <TextLink href={`/apis/${api}/findings/${id}`} quiet>
                  {name}
                </TextLink>
                <span className="ml-2 wrap-anywhere text-muted">
                  {where ?? (operationCount > 0 && formatCounted(operationCount, 'operation'))}
                </span>
              </span>
            </li>
          ))}
          {total !== undefined && total > data.items.length && (
            <li className="pt-1.5 text-muted">
              and {formatCounted(total - data.items.length, 'more finding')}
            </li>
          )}
        </ul>
      )}
    </Section>
  );
}
