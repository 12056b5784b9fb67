'use client';
import type { ApiRowDto } from '#lib/domain/apis/dto.ts';
import { useList } from '#lib/client/use-list.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { ColumnsMenu } from '../ui/columns-menu.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FacetList, facetGroups } from '../ui/facet-list.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { lazyBulkBar } from '../ui/lazy-bulk-bar.tsx';
import { ListLayout } from '../ui/list-layout.tsx';
import { ListSearch } from '../ui/list-search.tsx';
import { ListTable } from '../ui/list-table.tsx';
import { SavedViews } from '../ui/saved-views.tsx';
import { useSelection } from '../ui/use-selection.ts';
import { API_COLUMNS } from './api-columns.tsx';
import { API_FACETS } from './api-facets.ts';
import { API_LIST } from './api-list-spec.ts';
import { RegisterLink } from './register-link.tsx';
import { API_WORDS, FILTER_WORDS } from './api-words.ts';

const OfferBar = lazyBulkBar(async () => (await import('./offer-bar.tsx')).OfferBar);

const VIEWS = [
  { label: 'All', query: 'sort=-risk' },
  { label: 'Mine', query: 'owner=me&sort=-risk' },
  { label: 'Unowned', query: 'ownership=unowned&ownership=offered&sort=-risk' },
  { label: 'Blocked', query: 'gate=awaiting&gate=prevented&sort=-risk' },
  { label: 'Expiring', query: 'signOff=expiring&sort=signOffValidUntil' },
];

const keyOf = (api: ApiRowDto) => api.slug;
const nameOf = (api: ApiRowDto) => api.name;
const hrefOf = (api: ApiRowDto) => `/apis/${api.slug}`;
const chipLabel = (name: string, value: string) =>
  value === 'me' ? 'My teams' : `${FILTER_WORDS[name] ?? name}: ${API_WORDS[value] ?? value}`;

export function ApiList() {
  const address = useTableAddress(API_LIST);
  const list = useList<ApiRowDto>('/apis', address.query, address.rows);
  const selection = useSelection(address.query);
  const groups = facetGroups(API_FACETS, list.facets);
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
        <ListTable
          list={list}
          address={address}
          unit="APIs"
          columns={API_COLUMNS}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHref={hrefOf}
          selection={selection}
          nothing={
            <EmptyState
              kind="nothing"
              title="No API is registered yet"
              action={<RegisterLink variant="primary" />}
            />
          }
        />
      </ListLayout>
      <OfferBar
        selection={selection}
        total={list.total ?? 0}
        onDone={list.retry}
        readAll={async () =>
          (await import('#lib/client/read-all-keys.ts')).readAllKeys<ApiRowDto>('/apis', address.query, keyOf)
        }
      />
    </>
  );
}
