'use client';
import { usePathname, useSearchParams } from 'next/navigation';
import { Suspense, lazy } from 'react';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { withParts } from '#lib/client/table-address.ts';
import { useList } from '#lib/client/use-list.ts';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorState } from '../ui/error-state.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ListLayout } from '../ui/list-layout.tsx';
import { ListSearch } from '../ui/list-search.tsx';
import { LoadMore } from '../ui/load-more.tsx';
import { PageSkeleton } from '../ui/skeleton.tsx';
import { TEAM_LIST, TREE_QUERY } from './team-list-spec.ts';
import { TeamTree } from './team-tree.tsx';

const FoundTeams = lazy(async () => ({ default: (await import('./found-teams.tsx')).FoundTeams }));

/** Teams of the tree that are read without asking; beyond, one says so. */
const AT_ONCE = 1000;

/** The tree, or while something is searched a flat list with the way to each. */
export function TeamList() {
  const address = useTableAddress(TEAM_LIST);
  const isMine = address.filters['member'] !== undefined;
  return (
    <ListLayout
      toolbar={
        <>
          <ListSearch label="Search teams" value={address.q} onChange={address.setText} />
          <Button aria-pressed={isMine} onClick={() => address.toggleFilter('member', 'me')} icon="user">
            {isMine ? 'All teams' : 'My teams'}
          </Button>
          <span className="ml-auto" />
          {!address.isFiltered && <FoldButtons />}
          <ExportButton path="/teams" query={address.query} name="teams" />
        </>
      }
    >
      {address.isFiltered ? (
        <Suspense fallback={<PageSkeleton />}>
          <FoundTeams address={address} />
        </Suspense>
      ) : (
        <Tree />
      )}
    </ListLayout>
  );
}

function Tree() {
  const address = useTableAddress(TEAM_LIST);
  const list = useList<TeamRowDto>('/teams', TREE_QUERY, Math.max(AT_ONCE, address.rows));
  if (list.error && list.rows.length === 0) return <ErrorState error={list.error} onRetry={list.retry} />;
  if (list.isFirstLoad) return <PageSkeleton />;
  if (list.rows.length === 0) {
    return (
      <EmptyState kind="nothing" icon="users" title="There is no team yet">
        An API is owned by a team, and its people approve what ships. An administrator makes the first one.
      </EmptyState>
    );
  }
  return (
    <>
      <TeamTree teams={list.rows} />
      <LoadMore
        shown={list.rows.length}
        total={list.total}
        unit="teams"
        hasMore={list.hasMore && list.rows.length >= AT_ONCE}
        isBusy={list.isBusy}
        onMore={address.showMore}
      />
    </>
  );
}

function FoldButtons() {
  const pathname = usePathname();
  const isAll = useSearchParams().get('open') === 'all';
  const set = () =>
    window.history.replaceState(
      null,
      '',
      pathname + withParts(window.location.search, { open: isAll ? null : 'all' }),
    );
  return (
    <Button variant="ghost" icon={isAll ? 'chevron-right' : 'chevron-down'} onClick={set}>
      {isAll ? 'Fold' : 'Unfold all'}
    </Button>
  );
}
