'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answerKey } from '#lib/client/answer-key.ts';
import { errorAt } from '#lib/client/api-problem.ts';
import { apiSend } from '#lib/client/api.ts';
import { findTeams } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { useWhyNot } from '#lib/client/use-me.ts';
import { mayMoveTeam } from '#lib/domain/ownership/rights.ts';
import type { TeamDto } from '#lib/domain/teams/dto.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { TextField } from '../ui/text-field.tsx';
import { showToast } from '../ui/toast-store.ts';

/** Renames a team or moves it with everything below. Refused when somebody else changed it since it was read. */
export function ChangeTeamDialog({ team, onClose }: { team: TeamDto; onClose: () => void }) {
  const client = useQueryClient();
  const whyNot = useWhyNot();
  const above = team.ancestors.at(-1) ?? null;
  const [name, setName] = useState(team.name);
  const [parent, setParent] = useState<PickedTeam | null>(
    above && { value: above.slug, label: above.name, path: team.path.slice(0, -1) },
  );
  const moves = (parent?.value ?? null) !== team.parent;
  const refusalTo = (path: readonly string[] | null) =>
    whyNot((standing) => mayMoveTeam(standing, team.path, path));
  const refusal = moves ? refusalTo(parent?.path ?? null) : undefined;
  const nothing = !moves && name.trim() === team.name ? 'Nothing is changed yet.' : undefined;
  const missing = name.trim() ? undefined : 'Give it a name first.';

  async function search(text: string, signal: AbortSignal) {
    const found = await findTeams(text, signal);
    return found.map((one) => ({
      ...one,
      disabledReason: one.value === team.parent ? 'It is below this one' : (refusalTo(one.path) ?? null),
    }));
  }

  async function save() {
    const { data } = await apiSend<TeamDto>(
      'PATCH',
      `/teams/${team.slug}`,
      {
        ...(name.trim() === team.name ? {} : { name: name.trim() }),
        ...(moves ? { parent: parent?.value ?? null } : {}),
      },
      { ifMatch: `"v${team.version}"` },
    );
    client.setQueryData(answerKey(`/teams/${team.slug}`), data);
    await client.invalidateQueries();
    showToast({ tone: 'done', title: moves ? `${data.name} is moved` : `It is called ${data.name} now` });
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      title={`Rename or move ${team.name}`}
      submitLabel={moves ? 'Move the team' : 'Rename'}
      disabledReason={missing ?? refusal ?? nothing}
      onSubmit={save}
    >
      {(error) => (
        <>
          <TextField
            label="Name"
            maxLength={120}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={errorAt(error, '/name')}
          />
          <PickerField
            label="Below"
            placeholder="Nothing: at the top"
            value={parent}
            onChange={setParent}
            search={search}
          />
          {moves && !refusal && (
            <Note tone="warning" title="Other people stand above it then">
              {above ? `Managers of ${above.name} no longer manage it. ` : ''}
              {parent
                ? `Managers of ${parent.label} and above may hand over its APIs, and approve when nobody in it can.`
                : 'Nobody stands above it: where nobody in it can approve, nobody can.'}
            </Note>
          )}
        </>
      )}
    </FormDialog>
  );
}
