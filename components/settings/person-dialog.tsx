'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorAt } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import { useMe } from '#lib/client/use-me.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { ChoiceCards } from '../ui/choice-cards.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-store.ts';
import { personConsequence } from './person-consequence.ts';
import { ROLE_CARDS } from './role-cards.ts';

/** Adds a person, or changes role and standing after saying what that means. */
export function PersonDialog({ person, onClose }: { person: PersonDto | null; onClose: () => void }) {
  const client = useQueryClient();
  const me = useMe();
  const [email, setEmail] = useState(person?.email ?? '');
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<OrganisationRole>(person?.role ?? 'member');
  const [active, setActive] = useState(person?.active ?? true);
  const leaves = person?.active === true && !active;
  const consequence = person ? personConsequence(person, { role, active }, person.email === me?.email) : [];
  const missing = email.trim() && name.trim() ? undefined : 'Enter a name and an e-mail address first.';

  async function save() {
    if (person) {
      const path = `/people/${encodeURIComponent(person.email)}`;
      await apiSend('PATCH', path, { name: name.trim(), role, active }, { ifMatch: `"v${person.version}"` });
    } else {
      await apiSend('POST', '/people', { email: email.trim(), name: name.trim(), role });
    }
    await client.invalidateQueries();
    showToast({
      tone: 'done',
      title: leaves ? `${name} is deactivated` : person ? `${name} is changed` : `${name} is added`,
    });
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      title={person ? `Change ${person.name}` : 'Add a person'}
      submitLabel={leaves ? 'Deactivate' : person ? 'Save the changes' : 'Add the person'}
      isDanger={leaves}
      disabledReason={missing}
      onSubmit={save}
    >
      {(error) => (
        <>
          <div className="grid gap-4 sm:grid-cols-2">
            <TextField
              label="Name"
              maxLength={120}
              value={name}
              onChange={(event) => setName(event.target.value)}
              error={errorAt(error, '/name')}
            />
            <TextField
              label="E-mail"
              type="email"
              maxLength={254}
              value={email}
              readOnly={person !== null}
              onChange={(event) => setEmail(event.target.value)}
              error={errorAt(error, '/email')}
            />
          </div>
          {!person && (
            <p className="text-12 text-muted">
              Who first signs in with this address, verified, is this person from then on.
            </p>
          )}
          <ChoiceCards
            label="Role in the organisation"
            name="role"
            columns={2}
            choices={ROLE_CARDS}
            checkedValue={role}
            onChange={(event) => setRole(event.target.value as OrganisationRole)}
          />
          {person && (
            <CheckboxField
              label="Active"
              hint="Who is not active can neither sign in nor use a token."
              checked={active}
              onChange={(event) => setActive(event.target.checked)}
            />
          )}
          {consequence.length > 0 && (
            <Note tone={leaves ? 'danger' : 'warning'} title="What happens">
              <ul className="space-y-1">
                {consequence.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            </Note>
          )}
        </>
      )}
    </FormDialog>
  );
}
