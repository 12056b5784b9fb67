'use client';
import type { ReactNode } from 'react';
import { useAnswer } from '#lib/client/use-answer.ts';
import type { Page } from '#lib/domain/page.ts';
import { ErrorState } from '../ui/error-state.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Section } from '../ui/section.tsx';
import { SkeletonText } from '../ui/skeleton.tsx';

interface WorkPanelProps<Row> {
  title: string;
  path: string;
  search: string;
  /** The whole list. */
  href: string;
  keyOf: (row: Row) => string;
  line: (row: Row) => ReactNode;
  /** Said when there is nothing, which here is good news. */
  nothing: string;
}

/** A few rows of a list with what can be done about each. */
export function WorkPanel<Row>({ title, path, search, href, keyOf, line, nothing }: WorkPanelProps<Row>) {
  const { data, error, refetch } = useAnswer<Page<Row>>(path, search);
  return (
    <Section
      title={title}
      count={data?.total}
      frame="flush"
      actions={
        data && data.total > data.items.length ? (
          <LinkButton href={href} size="sm" variant="ghost">
            See all {data.total}
          </LinkButton>
        ) : undefined
      }
    >
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <div className="p-4">
          <SkeletonText />
        </div>
      ) : data.items.length === 0 ? (
        <p className="px-4 py-3 text-13 text-muted">{nothing}</p>
      ) : (
        <ul className="divide-y divide-line">
          {data.items.map((row) => (
            <li key={keyOf(row)} className="px-4 py-2.5 text-13">
              {line(row)}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
