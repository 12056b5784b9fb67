'use client';
import { useState } from 'react';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { API_KINDS, DATA_CLASSES, EXPOSURES, LIFECYCLES, RISK_LEVELS, TIERS } from '#lib/domain/words.ts';
import { mayChangeSomething } from '#lib/domain/ownership/rights.ts';
import { useList } from '#lib/client/use-list.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { BulkBar } from '../ui/bulk-bar.tsx';
import { Button } from '../ui/button.tsx';
import { ColumnsMenu } from '../ui/columns-menu.tsx';
import { DataTable } from '../ui/data-table.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FacetList, inOrder } from '../ui/facet-list.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { ListLayout } from '../ui/list-layout.tsx';
import { ListSearch } from '../ui/list-search.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { SavedViews } from '../ui/saved-views.tsx';
import { useSelection } from '../ui/use-selection.ts';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { API_COLUMNS } from './api-columns.tsx';
import { API_LIST } from './api-list-spec.ts';
import { RegisterLink } from './register-link.tsx';
import { API_WORDS, FILTER_WORDS } from './api-words.ts';

const OfferDialog = lazyDialog(async () => (await import('./offer-dialog.tsx')).OfferDialog);

const VIEWS = [
  { label: 'All', query: 'sort=-risk' },
  { label: 'Mine', query: 'owner=me&sort=-risk' },
  { label: 'Unowned', query: 'ownership=unowned&ownership=offered&sort=-risk' },
  { label: 'Blocked', query: 'gate=awaiting&gate=prevented&sort=-risk' },
  { label: 'Expiring', query: 'signOff=expiring&sort=signOffValidUntil' },
];

/** Facets in the order in which people narrow down, each with what asks for attention first. */
const FACETS: Readonly<Record<string, { title: string; order: readonly string[] }>> = {
  ownership: { title: 'Ownership', order: ['unowned', 'offered', 'stale', 'owned'] },
  gate: { title: 'Production gate', order: ['prevented', 'awaiting', 'allowed'] },
  signOff: { title: 'Sign-off', order: ['missing', 'void', 'expired', 'expiring', 'valid'] },
  tier: { title: 'Tier', order: TIERS.toReversed() },
  riskLevel: { title: 'Risk', order: RISK_LEVELS.toReversed() },
  lifecycle: { title: 'Lifecycle', order: LIFECYCLES },
  exposure: { title: 'Exposure', order: EXPOSURES.toReversed() },
  dataClass: { title: 'Data class', order: DATA_CLASSES.toReversed() },
  kind: { title: 'Kind', order: API_KINDS },
};

const keyOf = (api: ApiRowDto) => api.slug;
const nameOf = (api: ApiRowDto) => api.name;
const hrefOf = (api: ApiRowDto) => `/apis/${api.slug}`;
const chipLabel = (name: string, value: string) =>
  value === 'me' ? 'My teams' : `${FILTER_WORDS[name] ?? name}: ${API_WORDS[value] ?? value}`;

export function ApiList() {
  const address = useTableAddress(API_LIST);
  const list = useList<ApiRowDto>('/apis', address.query, address.rows);
  const selection = useSelection(address.query);
  const [isOffering, setOffering] = useState(false);
  const whyNot = useWhyNot();
  const facets = list.facets as Record<string, { value: string; count: number }[]> | undefined;
  const groups = Object.entries(FACETS).map(([name, { title, order }]) => ({
    name,
    title,
    values: inOrder(facets?.[name] ?? [], order),
  }));
  return (
    <>
      <SavedViews views={VIEWS} query={address.query} />
      <ListLayout
        activeCount={address.active.length}
        facets={
          <FacetList
            groups={groups}
            chosen={address.filters}
            onToggle={address.toggleFilter}
            words={API_WORDS}
          />
        }
        toolbar={
          <>
            <ListSearch label="Search APIs" value={address.q} onChange={address.setText} />
            <span className="ml-auto" />
            <ColumnsMenu columns={API_COLUMNS} shown={address.columns} onChange={address.setColumns} />
            <ExportButton path="/apis" query={address.query} name="apis" />
          </>
        }
        chips={
          <FilterChips
            chips={address.active.map(({ name, value }) => ({ name, value, label: chipLabel(name, value) }))}
            onRemove={({ name, value }) => address.toggleFilter(name, value)}
            onClear={address.clearFilters}
          />
        }
      >
        <DataTable
          label="APIs"
          columns={API_COLUMNS}
          shown={address.columns}
          rows={list.rows}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHref={hrefOf}
          sort={address.sort}
          onSort={address.setSort}
          selection={selection}
          total={list.total}
          isFirstLoad={list.isFirstLoad}
          isBusy={list.isBusy}
          error={list.error}
          onRetry={list.retry}
          empty={
            address.isFiltered ? (
              <EmptyState
                kind="filtered"
                title="No API matches these filters"
                action={<Button onClick={address.clearFilters}>Clear the filters</Button>}
              />
            ) : (
              <EmptyState
                kind="nothing"
                title="No API is registered yet"
                action={<RegisterLink variant="primary" />}
              />
            )
          }
        />
        <LoadMore
          shown={list.rows.length}
          total={list.total}
          unit="APIs"
          hasMore={list.hasMore}
          isBusy={list.isBusy}
          onMore={address.showMore}
        />
      </ListLayout>
      <BulkBar selection={selection} total={list.total ?? 0} unit="APIs">
        <Button size="sm" onClick={() => setOffering(true)} disabledReason={whyNot(mayChangeSomething)}>
          Offer to a team
        </Button>
      </BulkBar>
      {isOffering && (
        <OfferDialog
          selection={selection}
          query={address.query}
          total={list.total ?? 0}
          onClose={() => setOffering(false)}
          onDone={list.retry}
        />
      )}
    </>
  );
}
