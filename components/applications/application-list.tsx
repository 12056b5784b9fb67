'use client';
import { useTableAddress } from '#lib/client/use-table-address.ts';
import type { Picked } from '#lib/client/pickers.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { ApplicationRowDto } from '#lib/domain/applications/dto.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import { APPLICATION_COLUMNS } from './application-columns.tsx';
import { APPLICATION_LIST, TEAM_APPLICATION_LIST } from './application-list-spec.ts';

const WORDS = { team: 'Team' };
const keyOf = (application: ApplicationRowDto) => application.slug;
const nameOf = (application: ApplicationRowDto) => application.name;
const hrefOf = (application: ApplicationRowDto) => `/applications/${application.slug}`;

/** Applications, the one with the worst API first: all, or those of a team. */
export function ApplicationList({ team }: { team?: string }) {
  return (
    <ResourceList<ApplicationRowDto>
      path="/applications"
      {...(team ? { fixed: `team=${team}` } : { toolbar: <TeamFilter /> })}
      spec={team ? TEAM_APPLICATION_LIST : APPLICATION_LIST}
      unit="applications"
      columns={APPLICATION_COLUMNS}
      keyOf={keyOf}
      nameOf={nameOf}
      hrefOf={hrefOf}
      words={WORDS}
      search="Search applications"
      exportName={team ? `${team}-applications` : 'applications'}
      nothing={
        <EmptyState
          kind="nothing"
          icon="layers"
          title={team ? 'It has no application' : 'There is no application yet'}
        >
          An application groups the APIs that people use as one product. It is as risky as its worst API.
        </EmptyState>
      }
    />
  );
}

function TeamFilter() {
  const address = useTableAddress(APPLICATION_LIST);
  const [team] = address.filters['team'] ?? [];
  const chosen: Picked | null = team ? { value: team, label: team } : null;
  return (
    <PickerField
      label="Team"
      hideLabel
      placeholder="Of any team"
      className="w-48"
      value={chosen}
      onChange={(option) => address.setFilter('team', option ? [option.value] : [])}
      search={findTeams}
    />
  );
}
