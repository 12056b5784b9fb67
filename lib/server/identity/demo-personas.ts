import { PERSONAS } from '#db/demo/personas.ts';

/** Only these people can be signed in as without a password, and only where demo sign-in is offered at all. */
export function isDemoPersona(email: string): boolean {
  return PERSONAS.some((persona) => persona.email === email);
}
