'use client';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { apiSend } from '#lib/client/api.ts';
import { whyNot } from '#lib/client/why-not.ts';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { JUDGEMENTS } from './judgements.ts';
import type { Judgement } from './judgements.ts';

/** What can be said about one finding. */
export function FindingActions({ finding, rights }: { finding: FindingDto; rights: ApiDto['rights'] }) {
  const [step, setStep] = useState<Judgement | null>(null);
  const client = useQueryClient();
  const why = (state: Judgement) => whyNot(rights[JUDGEMENTS[state].right]);

  async function judge(state: Judgement, reason: string) {
    const path = `/findings/${finding.id}`;
    await apiSend('PATCH', path, { state, reason }, { ifMatch: `"v${finding.version}"` });
    await client.invalidateQueries();
  }

  return (
    <>
      {finding.state === 'open' ? (
        <>
          <Button size="sm" onClick={() => setStep('false-positive')} disabledReason={why('false-positive')}>
            False positive
          </Button>
          <Button size="sm" onClick={() => setStep('acknowledged')} disabledReason={why('acknowledged')}>
            Acknowledge
          </Button>
        </>
      ) : (
        <Button
          size="sm"
          onClick={() => setStep('open')}
          disabledReason={
            finding.state === 'fixed'
              ? 'It is fixed, and opens again by itself when it comes back.'
              : why('open')
          }
        >
          Reopen
        </Button>
      )}
      {step && (
        <ConfirmDialog
          isOpen
          onClose={() => setStep(null)}
          title={JUDGEMENTS[step].verb}
          consequence={JUDGEMENTS[step].consequence}
          confirmLabel={JUDGEMENTS[step].verb}
          reason={{ label: 'Reason' }}
          onConfirm={(reason) => judge(step, reason)}
        />
      )}
    </>
  );
}
