'use client';
import { formatCounted } from '#lib/client/format-number.ts';
import { narrowed } from '#lib/client/table-address.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { FINDING_STATES, OWASP_CATEGORIES, SEVERITIES } from '#lib/domain/words.ts';
import { Badge } from '../ui/badge.tsx';
import { DueTime } from '../ui/due-time.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { lazyPart } from '../ui/lazy-part.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { ListBulk } from '../ui/resource-list.tsx';
import { SeverityBadge } from '../ui/severity-badge.tsx';
import type { Column } from '../ui/table-column.ts';
import { useSelection } from '../ui/use-selection.ts';
import { FINDING_LIST } from './finding-list-spec.ts';
import { FINDING_WORDS } from './finding-words.ts';

/** What is shared stands before how many it reaches. */
function whereOf({ where, operationCount, occurrences }: FindingDto): string {
  const reach =
    operationCount > 0 ? formatCounted(operationCount, 'operation') : formatCounted(occurrences, 'place');
  return where === null ? reach : operationCount > 1 ? `${where}, ${reach}` : where;
}

const TITLE: Column<FindingDto> = {
  key: 'title',
  header: 'Finding',
  width: '38%',
  // On a card there is room for all of it.
  cell: ({ title }) => (
    <span className="font-medium @min-[600px]/data-table:truncate" title={title}>
      {title}
    </span>
  ),
};
const REST: readonly Column<FindingDto>[] = [
  {
    key: 'severity',
    header: 'Severity',
    sort: 'severity',
    width: 104,
    cell: (finding) => <SeverityBadge severity={finding.severity} plain />,
  },
  {
    key: 'state',
    header: 'State',
    width: 108,
    cell: (finding) => (
      <Badge
        tone={
          finding.state === 'false-positive' ? 'excepted' : finding.state === 'fixed' ? 'allowed' : 'neutral'
        }
        plain
      >
        {FINDING_WORDS[finding.state]}
      </Badge>
    ),
  },
  {
    key: 'places',
    header: 'Where',
    width: '24%',
    priority: 2,
    cell: (finding) => (
      <span className="truncate text-muted" title={whereOf(finding)}>
        {whereOf(finding)}
      </span>
    ),
  },
  {
    key: 'dueAt',
    header: 'Due',
    sort: 'dueAt',
    width: 128,
    priority: 2,
    cell: (finding) =>
      finding.dueAt && finding.state !== 'fixed' && finding.state !== 'false-positive' ? (
        <DueTime at={finding.dueAt} />
      ) : (
        <span className="text-muted">–</span>
      ),
  },
  {
    key: 'firstSeenAt',
    header: 'First seen',
    sort: 'firstSeenAt',
    startsDescending: true,
    width: 128,
    priority: 3,
    cell: (finding) => <RelativeTime at={finding.firstSeenAt} />,
  },
];
const OF_ONE = [TITLE, ...REST];
const OF_ALL: readonly Column<FindingDto>[] = [
  TITLE,
  { key: 'api', header: 'API', width: '18%', cell: ({ api }) => <span title={api}>{api}</span> },
  ...REST,
];

const FACETS = {
  severity: { title: 'Severity', values: SEVERITIES },
  state: { title: 'State', values: FINDING_STATES },
  owasp: { title: 'OWASP category', values: OWASP_CATEGORIES },
  source: { title: 'Found by' },
};

const keyOf = (finding: FindingDto) => finding.id;
const nameOf = ({ title, where }: FindingDto) => (where === null ? title : `${title}, ${where}`);
const hrefOf = (finding: FindingDto) => `/apis/${finding.api}/findings/${finding.id}`;

const NothingFound = lazyPart(
  async () => (await import('./nothing-found.tsx')).NothingFound,
  () => <EmptyState kind="nothing" title="Nothing is listed" />,
);
const JudgeBar = lazyDialog(async () => (await import('./judge-bar.tsx')).JudgeBar);

/** Also where nothing matches any more: what came of it is still to be read. */
const judge = (bulk: ListBulk) => bulk.selection.count(1) > 0 && <JudgeBar {...bulk} />;

/** Findings of one API, or of all. */
export function FindingList({ api }: { api?: string }) {
  const fixed = api ? `api=${api}` : '';
  const selection = useSelection(narrowed(fixed, useTableAddress(FINDING_LIST).query));
  return (
    <ResourceList<FindingDto>
      path="/findings"
      fixed={fixed}
      spec={FINDING_LIST}
      unit="findings"
      columns={api ? OF_ONE : OF_ALL}
      keyOf={keyOf}
      nameOf={nameOf}
      hrefOf={hrefOf}
      facets={FACETS}
      words={FINDING_WORDS}
      search="Search findings"
      selection={selection}
      bulk={judge}
      exportName={api ? `${api}-findings` : 'findings'}
      nothing={
        api ? <NothingFound slug={api} /> : <EmptyState kind="nothing" title="Nothing has been found yet" />
      }
    />
  );
}
