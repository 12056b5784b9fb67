'use client';
import { useState } from 'react';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { whyNot } from '#lib/client/why-not.ts';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ExactTime } from '../ui/exact-time.tsx';
import { Icon } from '../ui/icon.tsx';
import { KeyValueList } from '../ui/key-value-list.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { Section } from '../ui/section.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { showToast } from '../ui/toast-store.ts';
import { lazyDialog } from '../ui/lazy-dialog.tsx';
import { ConfirmationClock } from './confirmation-clock.tsx';
import type { OwnershipSteps } from './use-ownership.ts';

const HandOverDialog = lazyDialog(async () => (await import('./hand-over-dialog.tsx')).HandOverDialog);

interface OwnerCardProps {
  api: ApiDto;
  ownership: OwnershipDto;
  steps: OwnershipSteps;
}

/** Whose it is, since when, and for how long that word is good. */
export function OwnerCard({ api, ownership, steps }: OwnerCardProps) {
  const [open, setOpen] = useState<'hand-over' | 'confirm' | null>(null);
  const isOwned = ownership.state === 'accepted';
  return (
    <Section
      title="Owner"
      actions={
        <>
          <Button
            size="sm"
            icon="arrow-left-right"
            onClick={() => setOpen('hand-over')}
            disabledReason={whyNot(api.rights.offer)}
          >
            {isOwned ? 'Hand over' : 'Offer to a team'}
          </Button>
          <Button
            size="sm"
            icon="check"
            onClick={() => setOpen('confirm')}
            disabledReason={whyNot(api.rights.attest)}
          >
            Confirm ownership
          </Button>
        </>
      }
    >
      {ownership.team ? (
        <>
          <p className="flex flex-wrap items-baseline gap-x-3 text-20 font-semibold">
            <TeamLink slug={ownership.team} name={ownership.teamName} />
          </p>
          <div className="mt-4 grid gap-x-10 gap-y-4 md:grid-cols-2">
            <KeyValueList
              items={[
                {
                  term: 'Owner since',
                  value: ownership.since && (
                    <>
                      <ExactTime at={ownership.since} />{' '}
                      <RelativeTime at={ownership.since} className="text-muted" />
                    </>
                  ),
                },
                {
                  term: 'Last confirmed',
                  value: ownership.confirmedAt && (
                    <>
                      <ExactTime at={ownership.confirmedAt} />{' '}
                      <RelativeTime at={ownership.confirmedAt} className="text-muted" />
                    </>
                  ),
                  tip: 'Accepting counts as the first confirmation',
                },
              ]}
            />
            <ConfirmationClock ownership={ownership} />
          </div>
        </>
      ) : (
        <div className="flex gap-2.5 text-13">
          <Icon name="user-x" className="mt-0.5 text-risk-high" />
          <p>
            <span className="font-medium">Nobody answers for this API.</span> The gate lets nothing of it
            through until a team has accepted it. It waits in the unowned inbox.
          </p>
        </div>
      )}
      {open === 'hand-over' && (
        <HandOverDialog api={api} ownership={ownership} steps={steps} onClose={() => setOpen(null)} />
      )}
      <ConfirmDialog
        isOpen={open === 'confirm'}
        onClose={() => setOpen(null)}
        title={`Confirm the ownership of ${api.name}`}
        consequence={`You say for ${ownership.teamName ?? 'the team'} that it still answers for this API. It is asked again in ${ownership.attestationDays} days.`}
        confirmLabel="Confirm ownership"
        onConfirm={async () => {
          await steps.attest();
          showToast({ tone: 'done', title: `The ownership of ${api.name} is confirmed` });
        }}
      />
    </Section>
  );
}
