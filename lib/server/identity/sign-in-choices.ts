import { PERSONAS } from '#db/demo/personas.ts';
import type { SignInChoices } from '#lib/domain/people/sign-in-choices.ts';
import { env } from '#lib/env.ts';
import { isDemoSignInOffered } from './demo-provider.ts';

export function signInChoices(): SignInChoices {
  return {
    hasProvider: env().oidc !== null,
    personas: isDemoSignInOffered()
      ? PERSONAS.map(({ email, name, title, description }) => ({ email, name, title, about: description }))
      : [],
  };
}
