'use client';
import type { AuditEventDto } from '#lib/domain/audit/dto.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table-column.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AUDIT_LIST } from './audit-list-spec.ts';
import { auditSentence, namesIn } from './audit-sentence.ts';

const COLUMNS: readonly Column<AuditEventDto>[] = [
  { key: 'action', header: 'What happened', width: '48%', cell: (event) => <EventCell event={event} /> },
  {
    key: 'actor',
    header: 'Who',
    width: '22%',
    cell: (event) => <span className="truncate">{event.actor}</span>,
  },
  {
    key: 'subjects',
    header: 'About',
    priority: 2,
    cell: (event) => <span className="truncate font-mono text-12">{namesIn(event).join(' ') || '–'}</span>,
  },
  { key: 'at', header: 'When', width: 128, cell: (event) => <RelativeTime at={event.at} /> },
  {
    key: 'seq',
    header: 'No.',
    sort: 'seq',
    startsDescending: true,
    width: 76,
    align: 'end',
    priority: 3,
    cell: (event) => event.seq,
  },
];

function EventCell({ event }: { event: AuditEventDto }) {
  return (
    <span className="flex min-w-0 items-baseline gap-2">
      <span className="truncate">{auditSentence(event)}</span>
      <code className="min-w-0 flex-1 basis-0 truncate font-mono text-12 text-muted">{event.action}</code>
    </span>
  );
}

const WORDS = { actor: 'Who', action: 'Action', subject: 'About', from: 'From', to: 'Until' };
const keyOf = (event: AuditEventDto) => String(event.seq);
const nameOf = (event: AuditEventDto) => `${event.action} by ${event.actor}`;
const hrefOf = (event: AuditEventDto) => `/audit/${event.seq}`;

/** Everything that was changed, or what concerns one subject. */
export function AuditList({ subject }: { subject?: string }) {
  return (
    <ResourceList<AuditEventDto>
      path="/audit"
      {...(subject ? { fixed: `subject=${encodeURIComponent(subject)}` } : {})}
      spec={AUDIT_LIST}
      unit="events"
      columns={COLUMNS}
      keyOf={keyOf}
      nameOf={nameOf}
      hrefOf={hrefOf}
      words={WORDS}
      exportName={subject ? `${subject}-audit` : 'audit'}
      toolbar={subject ? undefined : <AuditFilters />}
      nothing={<EmptyState kind="nothing" title="Nothing has been changed yet" />}
    />
  );
}
