import Credentials from 'next-auth/providers/credentials';
import { env } from '#lib/env.ts';
import { isDemoPersona } from './demo-personas.ts';
import { findActorByEmail } from './find-actor.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';

export const DEMO_PROVIDER = 'demo';

/** Offered only where the start decided that this is a demonstration. */
export const isDemoSignInOffered = (): boolean => env().demo;

/** `onFailure` hears why nobody could be found: the message would become part of an address. */
export function demoProvider(onFailure: (error: unknown) => void) {
  return Credentials({
    id: DEMO_PROVIDER,
    name: 'Demo',
    credentials: { persona: { label: 'Persona', type: 'text' } },
    authorize: async (credentials) => {
      const email = credentials?.persona?.toLowerCase() ?? '';
      if (!isDemoPersona(email)) return null;
      try {
        const actor = await findActorByEmail(makeContext(SYSTEM).db, email);
        return actor?.id ? { id: actor.id, email } : null;
      } catch (error) {
        onFailure(error);
        return null;
      }
    },
  });
}
