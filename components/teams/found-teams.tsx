'use client';
import { useList } from '#lib/client/use-list.ts';
import type { TableAddress } from '#lib/client/use-table-address.ts';
import type { TeamRowDto } from '#lib/domain/teams/dto.ts';
import { ListTable } from '../ui/list-table.tsx';
import { TEAM_COLUMNS } from './team-columns.tsx';

const keyOf = (team: TeamRowDto) => team.slug;
const nameOf = (team: TeamRowDto) => team.name;
const hrefOf = (team: TeamRowDto) => `/teams/${team.slug}`;

/** The flat list in place of the tree, while something is searched: each with the way to it. */
export function FoundTeams({ address }: { address: TableAddress }) {
  const list = useList<TeamRowDto>('/teams', address.query, address.rows);
  return (
    <ListTable
      list={list}
      address={address}
      label="Teams"
      unit="teams"
      columns={TEAM_COLUMNS}
      rowKey={keyOf}
      rowLabel={nameOf}
      rowHref={hrefOf}
      filtered={{ title: address.q ? 'No team matches' : 'You are in no team', clear: 'Show the tree' }}
      nothing={null}
    />
  );
}
