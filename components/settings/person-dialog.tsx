'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import type { PersonDto } from '#lib/domain/people/dto.ts';
import type { OrganisationRole } from '#lib/domain/words.ts';
import { ORGANISATION_ROLES } from '#lib/domain/words.ts';
import { ROLE_WORDS } from '../shell/shell-person.ts';
import { Button } from '../ui/button.tsx';
import { CheckboxField } from '../ui/checkbox-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { SelectField } from '../ui/select-field.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Adds a person, or changes role and standing. */
export function PersonDialog({ person, onClose }: { person: PersonDto | null; onClose: () => void }) {
  const client = useQueryClient();
  const [email, setEmail] = useState(person?.email ?? '');
  const [name, setName] = useState(person?.name ?? '');
  const [role, setRole] = useState<OrganisationRole>(person?.role ?? 'member');
  const [isActive, setActive] = useState(person?.active ?? true);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const at = (pointer: string) => (error instanceof ApiProblem ? error.errorAt(pointer) : undefined);
  const leaves = person?.active === true && !isActive;

  async function save() {
    setBusy(true);
    setError(null);
    try {
      if (person) {
        const path = `/people/${encodeURIComponent(person.email)}`;
        await apiSend('PATCH', path, { name, role, active: isActive }, { ifMatch: `"v${person.version}"` });
      } else {
        await apiSend('POST', '/people', { email, name, role });
      }
      await client.invalidateQueries();
      onClose();
    } catch (problem) {
      setError(problem);
      setBusy(false);
    }
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      isBusy={isBusy}
      size="sm"
      title={person ? `Change ${person.name}` : 'Add a person'}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant={leaves ? 'danger' : 'primary'}
            busy={isBusy}
            onClick={() => void save()}
            disabledReason={email && name ? undefined : 'Name and e-mail are needed.'}
          >
            {leaves ? 'Deactivate' : person ? 'Save' : 'Add'}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
        <TextField
          label="Name"
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={at('/name')}
        />
        <TextField
          label="E-mail"
          type="email"
          value={email}
          readOnly={person !== null}
          onChange={(event) => setEmail(event.target.value)}
          error={at('/email')}
          hint={person ? undefined : 'The first sign-in with this address is bound to the person.'}
        />
        <SelectField
          label="Role"
          value={role}
          onChange={(event) => setRole(event.target.value as OrganisationRole)}
          choices={ORGANISATION_ROLES.map((one) => ({ value: one, label: ROLE_WORDS[one] }))}
          hint="What somebody may approve comes from teams, never from being administrator."
        />
        {person && (
          <CheckboxField
            label="Active"
            hint={leaves ? 'Sessions and tokens end now; sign-offs already given stay.' : undefined}
            checked={isActive}
            onChange={(event) => setActive(event.target.checked)}
          />
        )}
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Dialog>
  );
}
