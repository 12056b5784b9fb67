'use client';
import { durationWords } from '#lib/client/format-time.ts';
import type { OwnershipTermDto } from '#lib/domain/ownership/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { useNow } from '../ui/clock.ts';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExactTime } from '../ui/exact-time.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { Section } from '../ui/section.tsx';
import type { Column } from '../ui/table-column.ts';
import { TeamLink } from '../ui/team-link.tsx';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

function Lasted({ term }: { term: OwnershipTermDto }) {
  const now = useNow();
  const length = (term.endedAt ? Date.parse(term.endedAt) : now) - Date.parse(term.startedAt);
  const unit = length >= DAY ? DAY : HOUR;
  return <span suppressHydrationWarning>{durationWords(Math.max(0, Math.floor(length / unit) * unit))}</span>;
}

const COLUMNS: readonly Column<OwnershipTermDto>[] = [
  {
    key: 'team',
    header: 'Team',
    width: '28%',
    isNamedInCard: false,
    cell: (term) => (
      <span className="font-medium">
        <TeamLink slug={term.team} name={term.teamName} />
      </span>
    ),
  },
  { key: 'startedAt', header: 'From', width: 124, cell: (term) => <ExactTime at={term.startedAt} /> },
  {
    key: 'endedAt',
    header: 'Until',
    width: 124,
    cell: (term) =>
      term.endedAt ? (
        <ExactTime at={term.endedAt} />
      ) : (
        <Badge tone="allowed" icon="check" plain>
          Owns it
        </Badge>
      ),
  },
  { key: 'length', header: 'For', width: 130, priority: 2, cell: (term) => <Lasted term={term} /> },
  {
    key: 'acceptedBy',
    header: 'Accepted by',
    cell: (term) => <PersonName name={term.acceptedBy.name} email={term.acceptedBy.email} />,
  },
];

const keyOf = (term: OwnershipTermDto) => term.startedAt;
const nameOf = (term: OwnershipTermDto) => `${term.teamName} from ${term.startedAt.slice(0, 10)}`;

/** Every team that ever owned it. A sign-off counts only within the term in which it was given. */
export function TermHistory({ terms }: { terms: readonly OwnershipTermDto[] }) {
  return (
    <Section
      title="Owners so far"
      count={terms.length}
      description="A sign-off counts only within the term in which it was given, also when the same team owns it again."
      frame="flush"
    >
      <DataTable
        label="Owners so far"
        columns={COLUMNS}
        rows={terms}
        rowKey={keyOf}
        rowLabel={nameOf}
        empty={<EmptyState kind="nothing" title="No team has owned it yet" />}
      />
    </Section>
  );
}
