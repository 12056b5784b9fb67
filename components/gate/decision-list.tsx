'use client';
import type { DecisionRowDto } from '#lib/domain/gate/dto.ts';
import { OUTCOMES } from '#lib/domain/words.ts';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { OutcomeBadge } from '../ui/outcome-badge.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table-column.ts';
import { OUTCOME_WORDS } from '../ui/value-words.ts';
import { Tip } from '../ui/tip.tsx';
import { DECISION_LIST } from './decision-list-spec.ts';

const COLUMNS: readonly Column<DecisionRowDto>[] = [
  {
    key: 'at',
    header: 'Asked',
    sort: 'evaluatedAt',
    startsDescending: true,
    width: 120,
    cell: (row) => <RelativeTime at={row.evaluatedAt} />,
  },
  { key: 'environment', header: 'Environment', width: 130, cell: (row) => row.environment },
  {
    key: 'outcome',
    header: 'Answer',
    width: 190,
    cell: (row) => (
      <span className="flex items-center gap-2">
        <OutcomeBadge outcome={row.outcome} plain />
        {!row.enforced && row.outcome !== 'allowed' && <Badge tone="neutral">Not enforced</Badge>}
      </span>
    ),
  },
  {
    key: 'reasons',
    header: 'Reasons',
    cell: (row) => {
      const reasons = row.reasons.map((reason) => reason.message).join(' ');
      return reasons ? (
        <Tip className="truncate text-muted" text={reasons}>
          {reasons}
        </Tip>
      ) : (
        <span className="text-muted">{row.promoted ? 'Promoted' : '–'}</span>
      );
    },
  },
  {
    key: 'promoted',
    header: 'Promoted',
    width: 96,
    priority: 2,
    cell: (row) => (row.promoted ? 'Yes' : <span className="text-muted">–</span>),
  },
  {
    key: 'actor',
    header: 'Asked by',
    width: 190,
    priority: 2,
    cell: (row) => (
      <span className="truncate">{row.source?.actor ? `${row.source.actor}, ${row.actor}` : row.actor}</span>
    ),
  },
];

const WORDS = {
  environment: 'Environment',
  outcome: 'Answer',
  promoted: 'Promoted',
  ...OUTCOME_WORDS,
  true: 'Yes',
  false: 'No',
};
const FACETS = {
  outcome: { title: 'Answer', values: OUTCOMES },
  promoted: { title: 'Promoted', values: ['true', 'false'] },
};

const keyOf = (row: DecisionRowDto) => row.id;
const nameOf = (row: DecisionRowDto) => `${row.outcome} for ${row.environment}`;

/** What the gate answered to deployments of an API. */
export function DecisionList({ api }: { api: string }) {
  return (
    <ResourceList<DecisionRowDto>
      path="/decisions"
      fixed={`api=${api}`}
      spec={DECISION_LIST}
      unit="decisions"
      columns={COLUMNS}
      keyOf={keyOf}
      nameOf={nameOf}
      facets={FACETS}
      words={WORDS}
      exportName={`${api}-decisions`}
      nothing={<EmptyState kind="nothing" title="No pipeline has asked the gate yet" />}
    />
  );
}
