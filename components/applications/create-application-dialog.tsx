'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { errorAt } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import { findOwnTeamsFirst } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { NameAndSlugFields, useNameAndSlug } from '../ui/name-and-slug-fields.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Makes an application to group APIs in. */
export function CreateApplicationDialog({ onClose }: { onClose: () => void }) {
  const router = useRouter();
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const names = useNameAndSlug();
  const [description, setDescription] = useState('');
  const [team, setTeam] = useState<PickedTeam | null>(null);

  async function search(text: string, signal: AbortSignal) {
    const found = await findOwnTeamsFirst(text, signal);
    return found.map((one) => ({
      ...one,
      disabledReason: whyNot((standing) => mayRegister(standing, one.path)) ? 'Not a team of yours' : null,
    }));
  }

  async function create() {
    const { data } = await apiSend<ApplicationDto>('POST', '/applications', {
      ...names.value,
      description: description.trim(),
      team: team?.value ?? null,
    });
    await client.invalidateQueries();
    showToast({ tone: 'done', title: `${data.name} is made`, detail: 'Add APIs to it by editing them.' });
    router.push(`/applications/${data.slug}`);
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      title="New application"
      description="APIs that people use as one product. It is as risky as its worst API."
      submitLabel="Make the application"
      disabledReason={names.missing}
      onSubmit={create}
    >
      {(error) => (
        <>
          <NameAndSlugFields names={names} error={error} />
          <TextAreaField
            label="Description"
            isOptional
            maxLength={5000}
            rows={2}
            value={description}
            onChange={(event) => setDescription(event.target.value)}
            error={errorAt(error, '/description')}
          />
          <PickerField
            label="Team"
            isOptional
            placeholder="None"
            value={team}
            onChange={setTeam}
            search={search}
            hint="Who looks after it as a whole. Each API keeps its own owner."
          />
        </>
      )}
    </FormDialog>
  );
}
