'use client';
import { useList } from '#lib/client/use-list.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { Picked } from '#lib/client/pickers.ts';
import { UNOWNED_KINDS } from '#lib/domain/ownership/dto.ts';
import type { UnownedRowDto } from '#lib/domain/ownership/dto.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { FilterChips } from '../ui/filter-chips.tsx';
import { lazyBulkBar } from '../ui/lazy-bulk-bar.tsx';
import { ListLayout } from '../ui/list-layout.tsx';
import { ListSearch } from '../ui/list-search.tsx';
import { ListTable } from '../ui/list-table.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { SavedViews } from '../ui/saved-views.tsx';
import { useSelection } from '../ui/use-selection.ts';
import { UNOWNED_COLUMNS } from './unowned-columns.tsx';
import { UNOWNED_LIST } from './unowned-list-spec.ts';
import { UNOWNED_WORDS } from './unowned-words.ts';

const OfferBar = lazyBulkBar(async () => (await import('../apis/offer-bar.tsx')).OfferBar);

const keyOf = (row: UnownedRowDto) => row.api;
const nameOf = (row: UnownedRowDto) => row.name;
const hrefOf = (row: UnownedRowDto) => `/apis/${row.api}/ownership`;

const CHIP_WORDS: Readonly<Record<string, (value: string) => string>> = {
  inbox: (value) => `Inbox of ${value}`,
  team: (value) => `Team: ${value}`,
  subtree: () => 'With teams below',
  application: (value) => `Application: ${value}`,
};

/** APIs that nobody answers for, by what is missing; many can be offered to a team at once. */
export function UnownedList() {
  const address = useTableAddress(UNOWNED_LIST);
  const list = useList<UnownedRowDto, 'kind'>('/ownership/unowned', address.query, address.rows);
  const selection = useSelection(address.query);
  const counts = list.facets?.kind ?? [];
  const countOf = (kind: string) => counts.find((one) => one.value === kind)?.count ?? 0;
  const [inbox] = address.filters['inbox'] ?? [];
  const chosen: Picked | null = inbox ? { value: inbox, label: inbox } : null;
  const [kind] = address.filters['kind'] ?? [];
  const chips = address.active.filter(({ name }) => name !== 'kind');
  const views = [
    { label: 'All', query: '', count: counts.reduce((sum, one) => sum + one.count, 0) },
    ...UNOWNED_KINDS.map((one) => ({
      label: UNOWNED_WORDS[one].label,
      query: `kind=${one}`,
      count: countOf(one),
    })),
  ];
  return (
    <>
      <SavedViews
        views={views.map((view) => ({ ...view, query: `tab=unowned${view.query && `&${view.query}`}` }))}
        query={`tab=unowned${kind ? `&kind=${kind}` : ''}`}
      />
      <ListLayout
        toolbar={
          <>
            <ListSearch label="Search unowned APIs" value={address.q} onChange={address.setText} />
            <PickerField
              label="Can be mended by"
              hideLabel
              placeholder="In any team’s inbox"
              className="w-56"
              value={chosen}
              onChange={(team) => address.setFilter('inbox', team ? [team.value] : [])}
              search={findTeams}
            />
            <span className="ml-auto" />
            <ExportButton path="/ownership/unowned" query={address.query} name="unowned" />
          </>
        }
        chips={
          <FilterChips
            chips={chips.map(({ name, value }) => ({
              name,
              value,
              label: CHIP_WORDS[name]?.(value) ?? value,
            }))}
            onRemove={({ name, value }) => address.toggleFilter(name, value)}
            onClear={address.clearFilters}
          />
        }
      >
        <ListTable
          list={list}
          address={address}
          label="Unowned APIs"
          unit="APIs"
          columns={UNOWNED_COLUMNS}
          rowKey={keyOf}
          rowLabel={nameOf}
          rowHref={hrefOf}
          selection={selection}
          filtered={{ title: 'No unowned API matches', clear: 'Show all of them' }}
          nothing={
            <EmptyState kind="nothing" icon="circle-check" title="Somebody answers for every API">
              APIs without a team, offers that wait, teams in which nobody can approve and ownerships that
              were not confirmed in time appear here.
            </EmptyState>
          }
        />
      </ListLayout>
      <OfferBar
        selection={selection}
        total={list.total ?? 0}
        onDone={list.retry}
        readAll={async () =>
          (await import('#lib/client/read-all-keys.ts')).readAllKeys<UnownedRowDto>(
            '/ownership/unowned',
            address.query,
            keyOf,
          )
        }
      />
    </>
  );
}
