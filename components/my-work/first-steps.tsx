'use client';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Section } from '../ui/section.tsx';

export interface FirstStepsProps {
  hasSignIn: boolean;
  teams: number;
  apis: number;
}

/** What an empty portal needs, in the order in which it helps. Each step does the real thing, and each may wait. */
export function FirstSteps({ hasSignIn, teams, apis }: FirstStepsProps) {
  const [isHidden, setHidden] = useState(false);
  if (isHidden) return null;
  const steps = [
    {
      title: 'Connect sign-in',
      text: 'Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET and start again: people then sign in with your organisation.',
      isDone: hasSignIn,
      action: (
        <LinkButton href="/settings/people" size="sm">
          Add people by hand
        </LinkButton>
      ),
    },
    {
      title: 'Make the teams',
      text: 'The tree in which ownership lives. Managers of a team make the teams below it themselves.',
      isDone: teams > 0,
      action: (
        <LinkButton href="/teams" size="sm">
          Make a team
        </LinkButton>
      ),
    },
    {
      title: 'Register the first API',
      text: 'With its description, so that it can be scanned and reviewed. Pipelines can upload descriptions with a token.',
      isDone: apis > 0,
      action: (
        <LinkButton href="/apis/new" size="sm">
          Register an API
        </LinkButton>
      ),
    },
  ];
  return (
    <Section
      title="First steps"
      description="Nothing is registered yet. These three make the portal useful."
      actions={
        <Button size="sm" variant="ghost" onClick={() => setHidden(true)}>
          Later
        </Button>
      }
    >
      <ol className="space-y-4 text-13">
        {steps.map((step, index) => (
          <li key={step.title} className="flex flex-wrap items-start gap-x-3 gap-y-2">
            <Icon
              name={step.isDone ? 'circle-check' : 'circle-question-mark'}
              size={20}
              className={step.isDone ? 'text-allowed' : 'text-muted'}
            />
            <div className="min-w-0 flex-1 basis-64">
              <p className="font-medium">
                {index + 1}. {step.title}{' '}
                {step.isDone && <span className="font-normal text-muted">(done)</span>}
              </p>
              <p className="text-muted">{step.text}</p>
            </div>
            {!step.isDone && step.action}
          </li>
        ))}
      </ol>
    </Section>
  );
}
