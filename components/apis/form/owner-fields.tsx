'use client';
import { Controller, useFormContext } from 'react-hook-form';
import { mayRegister } from '#lib/domain/ownership/registering.ts';
import { ownsAtOnce } from '#lib/domain/ownership/rights.ts';
import { findApplications, findOwnTeamsFirst } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { standingOf } from '#lib/client/standing-of.ts';
import { useMe } from '#lib/client/use-me.ts';
import { FormPart } from '../../ui/form-part.tsx';
import { PickerField } from '../../ui/picker-field.tsx';
import type { ApiFormValues } from './api-form-values.ts';

/** Which team answers for it: one of one's own, or nobody yet. */
export function OwnerFields({ isNew }: { isNew: boolean }) {
  const { control } = useFormContext<ApiFormValues>();
  const me = useMe();
  const standing = me && standingOf(me);

  /** Teams one may not register for stay in the list and say so. */
  async function findTeams(text: string, signal: AbortSignal) {
    const found = await findOwnTeamsFirst(text, signal);
    return found.map((team) => ({
      ...team,
      disabledReason: standing && mayRegister(standing, team.path) ? 'Not a team of yours' : null,
    }));
  }

  const follows = (team: PickedTeam | null) => {
    if (!team)
      return 'Nobody answers for it yet: it shows as unowned, and may not ship until a team has accepted it.';
    return standing && ownsAtOnce(standing, team.path)
      ? `You manage ${team.label}, so it is owned at once.`
      : `It is offered to the managers of ${team.label}; the team owns it once one of them accepts.`;
  };

  return (
    <FormPart
      title={isNew ? 'Who answers for it' : 'What it belongs to'}
      description={
        isNew
          ? 'The team that owns an API approves what ships.'
          : 'The team that owns it is changed on the Ownership tab, where the receiving team accepts.'
      }
    >
      {isNew && (
        <Controller
          control={control}
          name="team"
          render={({ field, fieldState }) => (
            <PickerField
              label="Team"
              placeholder="Nobody yet"
              value={field.value}
              onChange={field.onChange}
              search={findTeams}
              error={fieldState.error?.message}
              hint={follows(field.value)}
            />
          )}
        />
      )}
      <Controller
        control={control}
        name="application"
        render={({ field, fieldState }) => (
          <PickerField
            label="Application"
            isOptional
            placeholder="None"
            value={field.value}
            onChange={field.onChange}
            search={findApplications}
            error={fieldState.error?.message}
            hint="An application is as risky as its worst API."
          />
        )}
      />
    </FormPart>
  );
}
