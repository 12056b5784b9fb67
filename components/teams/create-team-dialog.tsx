'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { mayCreateTeam } from '#lib/domain/ownership/rights.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { apiSend } from '#lib/client/api.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
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
  const formId = useId();
  const router = useRouter();
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const names = useNameAndSlug();
  const [parent, setParent] = useState(given);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
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

  async function create(event: FormEvent) {
    event.preventDefault();
    if (isBusy || refusal || names.missing) return;
    setBusy(true);
    setError(null);
    try {
      const { data } = await apiSend<TeamDto>('POST', '/teams', {
        ...names.value,
        parent: parent?.value ?? null,
      });
      await client.invalidateQueries();
      showToast({ tone: 'done', title: `${data.name} is made`, detail: 'Give it a manager next.' });
      router.push(`/teams/${data.slug}`);
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
      title="New team"
      description="It starts without members and owns nothing."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            busy={isBusy}
            disabledReason={names.missing ?? refusal}
          >
            Make the team
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={(event) => void create(event)} className="space-y-4">
        <NameAndSlugFields names={names} error={error} />
        <PickerField
          label="Below"
          placeholder="Nothing: at the top"
          value={parent}
          onChange={setParent}
          search={search}
          hint={refusal ?? 'Managers of the team above manage it too, and approve when nobody in it can.'}
        />
        {error !== null && <ErrorNote error={error} />}
      </form>
    </Dialog>
  );
}
