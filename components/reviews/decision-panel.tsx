'use client';
import { useState } from 'react';
import type { ReviewAction, ReviewDto } from '#lib/domain/review/dto.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { APPROVAL_ROLE_WORDS } from '../ui/value-words.ts';
import { missingSentence } from './missing-sentence.ts';
import { SignOffChanges } from './sign-off-changes.tsx';
import { STEP_WORDS } from './step-words.ts';
import type { PanelStep } from './step-words.ts';

interface DecisionPanelProps {
  review: ReviewDto;
  onStep: (step: Exclude<ReviewAction, 'answer' | 'comment'>, comment: string) => Promise<void>;
}

/** What is missing, who signs, and the one decision that is next. */
export function DecisionPanel({ review, onStep }: DecisionPanelProps) {
  const [step, setStep] = useState<PanelStep | null>(null);
  const primary: PanelStep | null =
    review.state === 'draft' || review.state === 'changes-requested'
      ? 'submit'
      : review.state === 'open'
        ? 'approve'
        : null;
  const others: PanelStep[] = review.state === 'open' ? ['request-changes', 'reject'] : [];
  const why = (action: PanelStep) => {
    const right = review.rights[action];
    return right.allowed ? undefined : right.reason;
  };
  return (
    <aside aria-label="Decision" className="rounded-md border border-line bg-raised p-4 xl:sticky xl:top-16">
      <h2 className="text-14 font-semibold">Decision</h2>
      <p className="mt-1 text-13 text-muted">{missingSentence(review)}</p>
      <ul className="mt-3 space-y-3 text-13">
        {review.requiredApprovals.map((required) => (
          <Signature key={required.role} required={required} review={review} />
        ))}
      </ul>
      {primary && (
        <div className="mt-4">
          <Button
            variant="primary"
            icon={STEP_WORDS[primary].icon}
            onClick={() => setStep(primary)}
            disabledReason={why(primary)}
          >
            {STEP_WORDS[primary].verb}
          </Button>
        </div>
      )}
      <div className="mt-2 flex flex-wrap gap-2">
        {others.map((other) => (
          <Button
            key={other}
            size="sm"
            variant={other === 'reject' ? 'danger' : 'secondary'}
            onClick={() => setStep(other)}
            disabledReason={why(other)}
          >
            {STEP_WORDS[other].verb}
          </Button>
        ))}
        {review.rights.withdraw.allowed && (
          <Button size="sm" variant="ghost" onClick={() => setStep('withdraw')}>
            Withdraw
          </Button>
        )}
      </div>
      {step && (
        <ConfirmDialog
          isOpen
          onClose={() => setStep(null)}
          title={STEP_WORDS[step].verb}
          consequence={STEP_WORDS[step].consequence(review)}
          confirmLabel={STEP_WORDS[step].verb}
          isDanger={step === 'reject'}
          reason={{
            label: 'Comment',
            optional: step === 'submit' || step === 'approve' || step === 'withdraw',
          }}
          onConfirm={(comment) => onStep(step, comment)}
        >
          {step === 'approve' && <SignOffChanges review={review} />}
        </ConfirmDialog>
      )}
    </aside>
  );
}

function Signature({
  required,
  review,
}: {
  required: ReviewDto['requiredApprovals'][number];
  review: ReviewDto;
}) {
  const given = review.approvals.find(
    (approval) => approval.role === required.role && approval.revokedAt === null,
  );
  const title = APPROVAL_ROLE_WORDS[required.role];
  return (
    <li className="flex gap-2">
      <Icon
        name={given ? 'circle-check' : 'clock'}
        className={given ? 'mt-0.5 text-allowed' : 'mt-0.5 text-awaiting'}
      />
      <div className="min-w-0">
        <p className="font-medium">
          {title} {given ? 'has signed' : 'has not signed'}
        </p>
        {given ? (
          <p className="text-muted">
            <PersonName name={given.name} email={given.email} /> <RelativeTime at={given.at} />, valid until{' '}
            <RelativeTime at={given.expiresAt} />
          </p>
        ) : (
          <p className="text-muted">
            {required.candidates.length === 0
              ? 'Nobody can sign this. An administrator can add an approver.'
              : required.candidates
                  .slice(0, 4)
                  .map((person) => person.name)
                  .join(', ')}
            {required.candidates.length > 4 && ` and ${required.candidates.length - 4} more`}
            {required.escalated &&
              required.team &&
              ` (of ${required.teamName ?? required.team}, since nobody in the owning team can)`}
          </p>
        )}
      </div>
    </li>
  );
}
