'use client';
import { useList } from '#lib/client/use-list.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import type { OperationDto } from '#lib/domain/revisions/dto.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ListSearch } from '../ui/list-search.tsx';
import { ListTable } from '../ui/list-table.tsx';
import { Section } from '../ui/section.tsx';
import type { Column } from '../ui/table-column.ts';
import { Tip } from '../ui/tip.tsx';
import { OPERATION_LIST } from './operation-list-spec.ts';

const COLUMNS: readonly Column<OperationDto>[] = [
  {
    key: 'operation',
    header: 'Operation',
    width: '48%',
    cell: (operation) => (
      <span className="flex min-w-0 items-baseline gap-2 font-mono text-12">
        <span className="w-14 shrink-0 font-semibold">{operation.method}</span>
        <Tip className="truncate" text={operation.path}>
          {operation.path}
        </Tip>
        {operation.deprecated && <Badge tone="neutral">Deprecated</Badge>}
      </span>
    ),
  },
  {
    key: 'summary',
    header: 'What it does',
    priority: 2,
    cell: (operation) => <span className="truncate">{operation.summary ?? '–'}</span>,
  },
  {
    key: 'authentication',
    header: 'Authentication',
    width: 210,
    cell: (operation) => <Authentication operation={operation} />,
  },
];

function Authentication({ operation }: { operation: OperationDto }) {
  if (operation.authenticated === false) {
    return (
      <Badge tone="prevented" icon="triangle-alert" plain>
        None
      </Badge>
    );
  }
  if (operation.authenticated === null) return <span className="text-muted">Not said</span>;
  return <span className="truncate font-mono text-12">{operation.security.join(' or ') || 'Required'}</span>;
}

const keyOf = (operation: OperationDto) => operation.pointer;
const nameOf = (operation: OperationDto) => operation.key;

const QUICK = [
  { label: 'Without authentication', name: 'authenticated', value: 'false' },
  { label: 'Deprecated', name: 'deprecated', value: 'true' },
];

export function OperationList({ slug, revisionId }: { slug: string; revisionId: string }) {
  const path = `/apis/${slug}/revisions/${revisionId}/operations`;
  const address = useTableAddress(OPERATION_LIST);
  const list = useList<OperationDto>(path, address.query, address.rows);
  return (
    <Section title="Operations" count={list.total ?? undefined} frame="none">
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <ListSearch label="Search operations" value={address.q} onChange={address.setText} />
        {QUICK.map(({ label, name, value }) => (
          <Button
            key={name}
            size="sm"
            aria-pressed={address.filters[name]?.includes(value) ?? false}
            variant={address.filters[name]?.includes(value) ? 'secondary' : 'ghost'}
            onClick={() => address.toggleFilter(name, value)}
          >
            {label}
          </Button>
        ))}
        <span className="ml-auto" />
        <ExportButton path={path} query={address.query} name={`${slug}-operations`} />
      </div>
      <ListTable
        list={list}
        address={address}
        label="Operations"
        unit="operations"
        columns={COLUMNS}
        rowKey={keyOf}
        rowLabel={nameOf}
        filtered={{ title: 'No operation matches' }}
        nothing={<EmptyState kind="nothing" title="The description has no operations" />}
      />
    </Section>
  );
}
