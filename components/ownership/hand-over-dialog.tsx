'use client';
import { useState } from 'react';
import { findTeams } from '#lib/client/pickers.ts';
import type { PickedTeam } from '#lib/client/pickers.ts';
import { standingOf } from '#lib/client/standing-of.ts';
import { useMe } from '#lib/client/use-me.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { ownsAtOnce } from '#lib/domain/ownership/rights.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-state.tsx';
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
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
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
    setBusy(true);
    setError(null);
    try {
      const after = await steps.offer(team.value);
      const isDone = after.owner.state === 'accepted' && after.owner.team === team.value;
      showToast({
        tone: 'done',
        title: isDone ? `${team.label} owns ${api.name}` : `${api.name} is offered to ${team.label}`,
      });
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
      title={isOwned ? `Hand over ${api.name}` : `Offer ${api.name} to a team`}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabledReason={team ? undefined : 'Choose a team first.'}
            onClick={() => void give()}
          >
            {isAtOnce ? 'Hand over now' : isOwned ? 'Offer the hand-over' : 'Offer'}
          </Button>
        </>
      }
    >
      <div className="space-y-4">
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
        {error !== null && <ErrorNote error={error} />}
      </div>
    </Dialog>
  );
}
