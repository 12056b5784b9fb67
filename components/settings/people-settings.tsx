'use client';
import { useState } from 'react';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import { ORGANISATION_ROLES } from '#lib/domain/words.ts';
import { ROLE_WORDS } from '../shell/shell-person.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import type { Column } from '../ui/table-column.ts';
import { PEOPLE_LIST } from './people-list-spec.ts';
import { PersonDialog } from './person-dialog.tsx';

const WORDS = { ...ROLE_WORDS, role: 'Role', active: 'Active', team: 'Team', true: 'Yes', false: 'No' };
const FACETS = {
  role: { title: 'Role', values: ORGANISATION_ROLES },
  active: { title: 'Active', values: ['true', 'false'] },
};
const keyOf = (person: PersonDto) => person.email;
const nameOf = (person: PersonDto) => person.name;

/** Everybody the portal knows. Who is deactivated loses every right at the next request. */
export function PeopleSettings({ right }: { right: Right }) {
  const [open, setOpen] = useState<PersonDto | 'new' | null>(null);
  const why = right.allowed ? undefined : right.reason;
  const columns: readonly Column<PersonDto>[] = [
    {
      key: 'name',
      header: 'Person',
      sort: 'name',
      width: '24%',
      cell: (person) => <span className="truncate font-medium">{person.name}</span>,
    },
    {
      key: 'email',
      header: 'E-mail',
      sort: 'email',
      width: '28%',
      cell: (person) => <span className="truncate">{person.email}</span>,
    },
    {
      key: 'role',
      header: 'Role',
      sort: 'role',
      width: 160,
      cell: (person) => (person.active ? ROLE_WORDS[person.role] : <Badge tone="invalid">Deactivated</Badge>),
    },
    {
      key: 'teams',
      header: 'Teams',
      priority: 2,
      cell: (person) => (
        <span className="truncate text-muted">
          {person.teams.map((team) => `${team.name} (${team.role})`).join(', ') || '–'}
        </span>
      ),
    },
    {
      key: 'change',
      header: '',
      width: 100,
      align: 'end',
      cell: (person) => (
        <Button
          size="sm"
          variant="ghost"
          aria-label={`Change ${person.name}`}
          onClick={() => setOpen(person)}
          disabledReason={why}
        >
          Change
        </Button>
      ),
    },
  ];
  return (
    <>
      <ResourceList<PersonDto>
        path="/people"
        spec={PEOPLE_LIST}
        unit="people"
        columns={columns}
        keyOf={keyOf}
        nameOf={nameOf}
        facets={FACETS}
        words={WORDS}
        search="Search people"
        exportName="people"
        toolbar={
          <Button icon="user-plus" onClick={() => setOpen('new')} disabledReason={why}>
            Add a person
          </Button>
        }
        nothing={<EmptyState kind="nothing" title="Nobody is known yet" />}
      />
      {open && <PersonDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
