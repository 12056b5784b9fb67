import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { Tip } from './tip.tsx';

export interface KeyValue {
  term: string;
  value: ReactNode;
  /** What the term means, where that is not obvious. */
  tip?: string;
}

/** Facts under each other. An empty value shows as a dash, so that it is seen to be empty and not forgotten. */
export function KeyValueList({ items }: { items: readonly KeyValue[] }) {
  return (
    <dl className="grid content-start grid-cols-[minmax(7rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-2 text-13">
      {items.map(({ term, value, tip }) => (
        <Fragment key={term}>
          <dt className="text-muted">{tip ? <Tip text={tip}>{term}</Tip> : term}</dt>
          <dd className="min-w-0">
            {value === null || value === undefined || value === '' ? (
              <span className="text-muted">–</span>
            ) : (
              value
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}
