'use client';
import { useState } from 'react';
import type { SignInChoices } from '#lib/domain/people/sign-in-choices.ts';
import { signInWith } from '#lib/client/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { PersonaButton } from './persona-button.tsx';

interface SignInProps {
  choices: SignInChoices;
  back: string;
  hasFailed: boolean;
}

const FAILED =
  'You were not signed in. Your organisation knows you, but Gatehouse could not tell who you are; ask an administrator.';

export function SignIn({ choices, back, hasFailed }: SignInProps) {
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(hasFailed ? FAILED : null);

  async function enter(provider: string, persona?: string) {
    setBusy(persona ?? provider);
    const problem = await signInWith(provider, back, persona);
    if (!problem) return;
    setFailure(problem);
    setBusy(null);
  }

  const isDemo = choices.personas.length > 0;
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center bg-sunken px-4 py-10">
      <div className={isDemo ? 'w-full max-w-2xl' : 'w-full max-w-sm'}>
        <h1 className="text-28 font-semibold text-text">Gatehouse</h1>
        <p className="mt-1 mb-6 text-16 text-muted">Who owns this API, is it safe, may it ship?</p>
        {failure && (
          <div className="mb-4">
            <Note tone="danger" title="Not signed in">
              {failure}
            </Note>
          </div>
        )}
        {choices.hasProvider && (
          <Button variant="primary" busy={busy === 'oidc'} onClick={() => void enter('oidc')}>
            Sign in with your organisation
          </Button>
        )}
        {isDemo && (
          <section aria-labelledby="personas" className={choices.hasProvider ? 'mt-8' : ''}>
            <h2 id="personas" className="mb-3 text-14 text-muted">
              This is a demonstration. Choose who to be; each of them sees and may do something else.
            </h2>
            <ul className="grid gap-3 sm:grid-cols-2">
              {choices.personas.map((persona) => (
                <li key={persona.email}>
                  <PersonaButton
                    persona={persona}
                    isBusy={busy === persona.email}
                    isDisabled={busy !== null}
                    onChoose={() => void enter('demo', persona.email)}
                  />
                </li>
              ))}
            </ul>
          </section>
        )}
        {!choices.hasProvider && !isDemo && (
          <Note tone="warning" title="Sign-in is not set up yet">
            Set OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET and start Gatehouse again. Pipelines with a
            token work already.
          </Note>
        )}
      </div>
    </main>
  );
}
