'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { mayCreateTeam } from '#lib/domain/ownership/rights.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { apiSend } from '#lib/client/api.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NameAndSlugFields, useNameAndSlug } from '../ui/name-and-slug-fields.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { showToast } from '../ui/toast-store.ts';

interface CreateTeamDialogProps {
  /** The team it will be below, to begin with. */
  parent: PickedTeam | null;
  onClose: () => void;
}

/** Makes a team at the top or below another one, wherever the person may. */
export function CreateTeamDialog({ parent: given, onClose }: CreateTeamDialogProps) {
  const router = useRouter();
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const names = useNameAndSlug();
  const [parent, setParent] = useState(given);
  const refusal = whyNot((standing) => mayCreateTeam(standing, parent?.path ?? null));

  async function search(text: string, signal: AbortSignal) {
    const found = await findTeams(text, signal);
    return found.map((team) => ({
      ...team,
      disabledReason: whyNot((standing) => mayCreateTeam(standing, team.path))
        ? 'Not below a team of yours'
        : null,
    }));
  }

  async function create() {
    const { data } = await apiSend<TeamDto>('POST', '/teams', {
      ...names.value,
      parent: parent?.value ?? null,
    });
    await client.invalidateQueries();
    showToast({ tone: 'done', title: `${data.name} is made`, detail: 'Give it a manager next.' });
    router.push(`/teams/${data.slug}`);
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      title="New team"
      description="It starts without members and owns nothing."
      submitLabel="Make the team"
      disabledReason={names.missing ?? refusal}
      onSubmit={create}
    >
      {(error) => (
        <>
          <NameAndSlugFields names={names} error={error} />
          <PickerField
            label="Below"
            placeholder="Nothing: at the top"
            value={parent}
            onChange={setParent}
            search={search}
            hint={refusal ?? 'Managers of the team above manage it too, and approve when nobody in it can.'}
          />
        </>
      )}
    </FormDialog>
  );
}
