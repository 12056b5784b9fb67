'use client';
import { useState } from 'react';
import { findTeams } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { standingOf } from '#lib/client/standing-of.ts';
import { useMe } from '#lib/client/use-me.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { ownsAtOnce } from '#lib/domain/ownership/rights.ts';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Note } from '../ui/note.tsx';
import { PickerField } from '../ui/picker-field.tsx';
import { showToast } from '../ui/toast-store.ts';
import { handOverConsequence } from './hand-over-consequence.ts';
import type { OwnershipSteps } from './use-ownership.ts';

interface HandOverDialogProps {
  api: ApiDto;
  ownership: OwnershipDto;
  steps: OwnershipSteps;
  onClose: () => void;
}

/** Gives the API to another team, after saying what that ends. */
export function HandOverDialog({ api, ownership, steps, onClose }: HandOverDialogProps) {
  const me = useMe();
  const [team, setTeam] = useState<PickedTeam | null>(null);
  const isAtOnce = team !== null && me !== undefined && ownsAtOnce(standingOf(me), team.path);
  const isOwned = ownership.state === 'accepted';

  async function search(text: string, signal: AbortSignal) {
    const found = await findTeams(text, signal);
    return found.map((one) => ({
      ...one,
      disabledReason: one.value === ownership.team ? 'Owns it already' : null,
    }));
  }

  async function give() {
    if (!team) return;
    const after = await steps.offer(team.value);
    const isDone = after.owner.state === 'accepted' && after.owner.team === team.value;
    showToast({
      tone: 'done',
      title: isDone ? `${team.label} owns ${api.name}` : `${api.name} is offered to ${team.label}`,
    });
    onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      title={isOwned ? `Hand over ${api.name}` : `Offer ${api.name} to a team`}
      submitLabel={isAtOnce ? 'Hand over now' : isOwned ? 'Offer the hand-over' : 'Offer'}
      disabledReason={team ? null : 'Choose a team first.'}
      onSubmit={give}
    >
      <PickerField label="Receiving team" value={team} onChange={setTeam} search={search} />
      {team && (
        <Note tone={isOwned ? 'warning' : 'info'} title="What happens">
          {handOverConsequence(ownership, team.label, isAtOnce)}
        </Note>
      )}
      {ownership.offer && (
        <Note tone="info">
          The offer to {ownership.offer.teamName} that waits now is replaced by this one.
        </Note>
      )}
    </FormDialog>
  );
}
