'use client';
import { useMemo, useState } from 'react';
import { whyNot } from '#lib/client/why-not.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { Right } from '#lib/domain/teams/dto.ts';
import { ORGANISATION_ROLES } from '#lib/domain/words.ts';
import { ROLE_WORDS } from '../shell/shell-person.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { ResourceList } from '../ui/resource-list.tsx';
import { HistoryLink } from './history-link.tsx';
import { peopleColumns } from './people-columns.tsx';
import { PEOPLE_LIST } from './people-list-spec.ts';

const PersonDialog = lazyDialog(async () => (await import('./person-dialog.tsx')).PersonDialog);

const WORDS = {
  ...ROLE_WORDS,
  role: 'Role',
  active: 'Standing',
  team: 'Team',
  true: 'Active',
  false: 'Deactivated',
};
const FACETS = {
  role: { title: 'Role', values: ORGANISATION_ROLES },
  active: { title: 'Standing', values: ['true', 'false'] },
};
const ACTIONS = ['person.added', 'person.changed', 'person.deactivated', 'person.reactivated'];
const keyOf = (person: PersonDto) => person.email;
const nameOf = (person: PersonDto) => person.name;

/** Everybody the portal knows. Who is deactivated loses every right at the next request. */
export function PeopleSettings({ right }: { right: Right }) {
  const [open, setOpen] = useState<PersonDto | 'new' | null>(null);
  const refusal = whyNot(right);
  const columns = useMemo(() => peopleColumns({ refusal, onChange: setOpen }), [refusal]);
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
          <>
            <Button icon="user-plus" onClick={() => setOpen('new')} disabledReason={refusal}>
              Add a person
            </Button>
            <HistoryLink actions={ACTIONS} />
          </>
        }
        nothing={<EmptyState kind="nothing" icon="users" title="Nobody is known yet" />}
      />
      {open && <PersonDialog person={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}
