'use client';
import { useState } from 'react';
import type { ApiDto } from '#lib/domain/apis/dto.ts';
import type { OwnershipDto } from '#lib/domain/ownership/dto.ts';
import { whyNot } from '#lib/client/why-not.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { PersonName } from '../ui/person-name.tsx';
import { RelativeTime } from '../ui/relative-time.tsx';
import { TeamLink } from '../ui/team-link.tsx';
import { AnswerOfferDialog } from './answer-offer-dialog.tsx';
import type { OfferAnswer } from './answer-offer-dialog.tsx';
import { endingSentence } from './hand-over-consequence.ts';
import type { OwnershipSteps } from './use-ownership.ts';

interface OfferNoteProps {
  api: ApiDto;
  ownership: OwnershipDto;
  offer: NonNullable<OwnershipDto['offer']>;
  steps: OwnershipSteps;
}

/** An offer that waits for an answer: the first thing to settle about an ownership. */
export function OfferNote({ api, ownership, offer, steps }: OfferNoteProps) {
  const [step, setStep] = useState<OfferAnswer | null>(null);
  const remains = ownership.teamName
    ? `${ownership.teamName} stays the owner until somebody accepts.`
    : 'Nobody owns it until somebody accepts.';
  return (
    <section
      aria-label="Offer"
      className="flex flex-wrap items-start gap-x-6 gap-y-3 rounded-md border border-awaiting/40 bg-awaiting-soft/50 p-4"
    >
      <Icon name="state-awaiting" size={20} className="mt-0.5 text-awaiting" />
      <div className="min-w-0 flex-1 basis-72 text-13">
        <h2 className="flex flex-wrap items-baseline gap-x-1.5 text-16 font-semibold">
          Offered to <TeamLink slug={offer.team} name={offer.teamName} />
        </h2>
        <p className="mt-0.5 text-muted">
          {offer.by && (
            <>
              by <PersonName name={offer.by.name} email={offer.by.email} />{' '}
            </>
          )}
          <RelativeTime at={offer.at} />. {remains}
        </p>
        <p className="mt-1.5">
          {offer.waitsFor.length > 0 ? (
            <>
              Waits for{' '}
              {offer.waitsFor.slice(0, 4).map((person, at) => (
                <span key={person.email}>
                  {at > 0 && ', '}
                  <PersonName name={person.name} email={person.email} className="font-medium" />
                </span>
              ))}
              {offer.waitsFor.length > 4 && ` and ${offer.waitsFor.length - 4} more`}
            </>
          ) : (
            'No team on the way up has a manager who could accept. An administrator can appoint one.'
          )}
        </p>
      </div>
      <div className="flex gap-2">
        <Button onClick={() => setStep('decline')} disabledReason={whyNot(api.rights.decline)}>
          Decline
        </Button>
        <Button
          variant={ownership.state === 'accepted' ? 'secondary' : 'primary'}
          icon="check"
          onClick={() => setStep('accept')}
          disabledReason={whyNot(api.rights.accept)}
        >
          Accept
        </Button>
      </div>
      {step && (
        <AnswerOfferDialog
          answer={step}
          api={api.name}
          team={offer.teamName}
          owner={ownership.teamName}
          acceptance={`${offer.teamName} answers for it from now on, and its people approve what ships. ${endingSentence(ownership.endsWithHandOver)}`}
          onAnswer={(comment) => (step === 'accept' ? steps.accept() : steps.decline(comment))}
          onClose={() => setStep(null)}
        />
      )}
    </section>
  );
}
