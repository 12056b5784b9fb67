'use client';
import { useMemo, useState } from 'react';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { BulkBar } from '#components/ui/bulk-bar.tsx';
import { Button } from '#components/ui/button.tsx';
import { ColumnsMenu } from '#components/ui/columns-menu.tsx';
import { ConfirmDialog } from '#components/ui/confirm-dialog.tsx';
import { DataTable } from '#components/ui/data-table.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { ExportButton } from '#components/ui/export-button.tsx';
import { FacetList } from '#components/ui/facet-list.tsx';
import { FilterChips } from '#components/ui/filter-chips.tsx';
import { ListLayout } from '#components/ui/list-layout.tsx';
import { ListSearch } from '#components/ui/list-search.tsx';
import { LoadMore } from '#components/ui/load-more.tsx';
import { OutcomeBadge } from '#components/ui/outcome-badge.tsx';
import { RelativeTime } from '#components/ui/relative-time.tsx';
import { RiskFigure } from '#components/ui/risk-figure.tsx';
import { SavedViews } from '#components/ui/saved-views.tsx';
import { SignOffBadge } from '#components/ui/sign-off-badge.tsx';
import type { Column } from '#components/ui/table-column.ts';
import { TeamLink } from '#components/ui/team-link.tsx';
import { TierBadge } from '#components/ui/tier-badge.tsx';
import { showToast } from '#components/ui/toast-store.ts';
import { useSelection } from '#components/ui/use-selection.ts';
import type { SampleRow } from './sample-rows.ts';
import { sampleRows } from './sample-rows.ts';

const SPEC = { filters: ['team', 'tier', 'signOff', 'gate'], sort: '-risk' };

const VIEWS = [
  { label: 'Mine', query: 'team=payments', count: 12 },
  { label: 'All', query: '', count: 1204 },
  { label: 'Unowned', query: 'ownership=unowned', count: 17 },
  { label: 'Blocked', query: 'gate=prevented', count: 31 },
  { label: 'Expiring', query: 'signOff=expiring', count: 9 },
];

const COLUMNS: readonly Column<SampleRow>[] = [
  { key: 'name', header: 'Name', sort: 'name', width: '25%', cell: (row) => row.name },
  {
    key: 'owner',
    isNamedInCard: false,
    header: 'Owner',
    sort: 'team',
    cell: (row) => <TeamLink slug={row.team} name={row.teamName} offered={row.isOffered} />,
  },
  {
    key: 'tier',
    isNamedInCard: false,
    header: 'Tier',
    sort: 'tier',
    startsDescending: true,
    width: 104,
    cell: (row) => <TierBadge tier={row.tier} plain />,
    tip: 'From exposure, data and criticality',
  },
  {
    key: 'risk',
    isNamedInCard: false,
    header: 'Risk',
    sort: 'risk',
    startsDescending: true,
    width: 116,
    cell: (row) => <RiskFigure score={row.score} level={row.level} />,
  },
  {
    key: 'signOff',
    isNamedInCard: false,
    header: 'Sign-off',
    width: 176,
    cell: (row) => <SignOffBadge state={row.signOff} validUntil={row.validUntil} plain />,
  },
  {
    key: 'gate',
    isNamedInCard: false,
    header: 'Production',
    width: 144,
    priority: 2,
    cell: (row) => <OutcomeBadge outcome={row.outcome} plain />,
  },
  {
    key: 'application',
    header: 'Application',
    priority: 3,
    width: 130,
    isHidden: true,
    cell: (row) => row.application,
  },
  {
    key: 'version',
    header: 'Revision',
    priority: 3,
    width: 84,
    cell: (row) => <span className="font-mono text-12">{row.version}</span>,
  },
  {
    key: 'updated',
    header: 'Changed',
    sort: 'updatedAt',
    startsDescending: true,
    priority: 3,
    width: 116,
    isHidden: true,
    cell: (row) => <RelativeTime at={row.updatedAt} className="text-muted" />,
  },
];

const GROUPS = [
  {
    name: 'tier',
    title: 'Tier',
    values: [
      { value: 'critical', count: 212 },
      { value: 'high', count: 318 },
      { value: 'medium', count: 404 },
      { value: 'low', count: 270 },
    ],
  },
  {
    name: 'signOff',
    title: 'Sign-off',
    values: [
      { value: 'valid', count: 830 },
      { value: 'expiring', count: 9 },
      { value: 'expired', count: 41 },
      { value: 'void', count: 63 },
      { value: 'missing', count: 261 },
    ],
  },
  {
    name: 'team',
    title: 'Team',
    values: [
      'Payments',
      'Cards',
      'Ledger',
      'Lending',
      'Fraud',
      'Orders',
      'Customer identity',
      'Platform',
      'Data products',
    ].map((label, index) => ({ value: label.toLowerCase(), label, count: 90 - index * 9 })),
  },
];

const WORDS = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  valid: 'Valid',
  expiring: 'Expiring',
  expired: 'Expired',
  void: 'No longer counts',
  missing: 'Missing',
};

const keyOf = (row: SampleRow) => row.slug;
const nameOf = (row: SampleRow) => row.name;
const hrefOf = (row: SampleRow) => `/apis/${row.slug}`;

export function ListSample() {
  const address = useTableAddress(SPEC);
  const selection = useSelection(address.query);
  const [isOffering, setOffering] = useState(false);
  const [count, setCount] = useState(8);
  const rows = useMemo(() => sampleRows(count, Date.UTC(2026, 10, 24)), [count]);
  const chips = address.active.map(({ name, value }) => ({ name, value, label: `${name}: ${value}` }));
  return (
    <div className="space-y-3">
      <SavedViews views={VIEWS} query={address.query.replace(/&?sort=-risk/, '')} />
      <ListLayout
        activeCount={chips.length}
        facets={
          <FacetList groups={GROUPS} chosen={address.filters} onToggle={address.toggleFilter} words={WORDS} />
        }
        toolbar={
          <>
            <ListSearch label="Search APIs" value={address.q} onChange={address.setText} />
            <span className="sm:ml-auto" />
            <ColumnsMenu columns={COLUMNS} shown={address.columns} onChange={address.setColumns} />
            <ExportButton path="/apis" query={address.query} name="apis" />
          </>
        }
        chips={
          <FilterChips
            chips={chips}
            onRemove={({ name, value }) => address.toggleFilter(name, value)}
            onClear={address.clearFilters}
          />
        }
      >
        <DataTable
          label="APIs"
          columns={COLUMNS}
          shown={address.columns}
          rows={rows}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHref={hrefOf}
          sort={address.sort}
          onSort={address.setSort}
          selection={selection}
          total={1204}
          empty={<EmptyState kind="nothing" title="No API is registered yet" />}
        />
        <LoadMore
          shown={rows.length}
          total={1204}
          unit="APIs"
          hasMore={rows.length < 1204}
          onMore={() => setCount((old) => (old < 50 ? 50 : Math.min(1204, old * 5)))}
        />
      </ListLayout>
      <BulkBar selection={selection} total={1204} unit="APIs">
        <Button onClick={() => setOffering(true)}>Offer to a team</Button>
        <Button disabledReason="Only security may ask for re-attestation.">Ask to attest</Button>
      </BulkBar>
      <ConfirmDialog
        isOpen={isOffering}
        onClose={() => setOffering(false)}
        title={`Offer ${selection.count(1204)} APIs to Ledger`}
        consequence="Payments answers for them until Ledger accepts. Open reviews become void with the hand-over."
        confirmLabel="Offer"
        reason={{ placeholder: 'Why do they change hands?' }}
        onConfirm={async () => showToast({ title: 'Offered', detail: 'The managers of Ledger were told.' })}
      />
    </div>
  );
}
