'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { findPeople } from '#lib/client/pickers.ts';
import type { Picked } from '#lib/client/pickers.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { TEAM_ROLES } from '#lib/domain/words.ts';
import type { TeamRole } from '#lib/domain/words.ts';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { showToast } from '../ui/toast-store.ts';
import { memberConsequence } from './member-consequence.ts';
import { TEAM_ROLE_WORDS } from './role-words.ts';

const ROLES = TEAM_ROLES.map((value) => ({ value, ...TEAM_ROLE_WORDS[value] }));

/** Takes a person into the team. */
export function MemberDialog({ team, onClose }: { team: TeamDto; onClose: () => void }) {
  const client = useQueryClient();
  const [person, setPerson] = useState<Picked | null>(null);
  const [role, setRole] = useState<TeamRole>('member');

  async function search(text: string, signal: AbortSignal) {
    const found = await findPeople(text, signal);
    return found.map((one) => ({
      ...one,
      disabledReason: team.members.some((member) => member.email === one.value)
        ? 'In the team already; change the role in the list'
        : null,
    }));
  }

  async function add() {
    if (!person) return;
    await apiSend('PUT', `/teams/${team.slug}/members/${encodeURIComponent(person.value)}`, { role });
    await client.invalidateQueries();
    showToast({
      tone: 'done',
      title: `${person.label} is in ${team.name}`,
      detail: `As ${TEAM_ROLE_WORDS[role].label.toLowerCase()}, from now on.`,
    });
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      size="lg"
      title={`Add a member to ${team.name}`}
      submitLabel="Add to the team"
      disabledReason={person ? null : 'Choose a person first.'}
      onSubmit={add}
    >
      <PickerField
        label="Person"
        placeholder="Name or e-mail"
        value={person}
        onChange={setPerson}
        search={search}
      />
      <ChoiceCards
        label="Role"
        name="role"
        choices={ROLES}
        checkedValue={role}
        onChange={(event) => setRole(event.target.value as TeamRole)}
      />
      {person && (
        <Note>{memberConsequence(team, { email: person.value, name: person.label }, role).join(' ')}</Note>
      )}
    </FormDialog>
  );
}
