'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { ApiProblem } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import { findOwnTeamsFirst } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import type { ApplicationDto } from '#lib/domain/applications/dto.ts';
import { mayRegister } from '#lib/domain/ownership/rights.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
import { NameAndSlugFields, useNameAndSlug } from '../ui/name-and-slug-fields.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { TextAreaField } from '../ui/text-area-field.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Makes an application to group APIs in. */
export function CreateApplicationDialog({ onClose }: { onClose: () => void }) {
  const formId = useId();
  const router = useRouter();
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const names = useNameAndSlug();
  const [description, setDescription] = useState('');
  const [team, setTeam] = useState<PickedTeam | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  async function search(text: string, signal: AbortSignal) {
    const found = await findOwnTeamsFirst(text, signal);
    return found.map((one) => ({
      ...one,
      disabledReason: whyNot((standing) => mayRegister(standing, one.path)) ? 'Not a team of yours' : null,
    }));
  }

  async function create(event: FormEvent) {
    event.preventDefault();
    if (isBusy || names.missing) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await apiSend<ApplicationDto>('POST', '/applications', {
        ...names.value,
        description: description.trim(),
        team: team?.value ?? null,
      });
      await client.invalidateQueries();
      showToast({ tone: 'done', title: `${data.name} is made`, detail: 'Add APIs to it by editing them.' });
      router.push(`/applications/${data.slug}`);
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
      title="New application"
      description="APIs that people use as one product. It is as risky as its worst API."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary" busy={isBusy} disabledReason={names.missing}>
            Make the application
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void create(event)} className="space-y-4">
        <NameAndSlugFields names={names} error={error} />
        <TextAreaField
          label="Description"
          isOptional
          maxLength={5000}
          rows={2}
          value={description}
          onChange={(event) => setDescription(event.target.value)}
          error={error instanceof ApiProblem ? error.errorAt('/description') : undefined}
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
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}
