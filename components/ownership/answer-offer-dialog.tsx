'use client';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { showToast } from '../ui/toast-store.ts';

export type OfferAnswer = 'accept' | 'decline';

interface AnswerOfferDialogProps {
  answer: OfferAnswer;
  /** Names of the API, of the team it is offered to, and of the team that owns it until then. */
  api: string;
  team: string;
  owner: string | null;
  /** What accepting it means. */
  acceptance: string;
  onAnswer: (comment: string) => Promise<unknown>;
  onClose: () => void;
}

/** Takes an API that is offered, or turns it down, after saying what that means. */
export function AnswerOfferDialog({ answer, api, team, owner, acceptance, ...rest }: AnswerOfferDialogProps) {
  const isAccepted = answer === 'accept';
  const refusal = owner
    ? `${owner} stays the owner.`
    : 'It goes back to the unowned inbox, and may not ship until a team accepts it.';
  return (
    <ConfirmDialog
      isOpen
      onClose={rest.onClose}
      title={isAccepted ? `Accept ${api} for ${team}` : `Decline ${api}`}
      consequence={isAccepted ? acceptance : refusal}
      confirmLabel={isAccepted ? 'Accept' : 'Decline'}
      {...(isAccepted
        ? {}
        : { reason: { label: 'Why', placeholder: 'Whose it is instead, if you know', optional: true } })}
      onConfirm={async (comment) => {
        await rest.onAnswer(comment);
        showToast({ tone: 'done', title: isAccepted ? `${team} owns ${api}` : `${team} declined ${api}` });
      }}
    />
  );
}
