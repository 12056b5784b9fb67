import { hasRole } from '#lib/domain/identity/standing.ts';
import type { OrganisationRole, Scope } from '#lib/domain/words.ts';
import type { Actor } from '../context.ts';
import { Problem } from './problem.ts';

/**
 * Who may knock at a route at all. It is the outer gate only: what a person may do to *this* object is decided by the
 * verb on loaded facts.
 */
export interface Access {
  /** People: everybody in the organisation, or those with one of these roles; `none` leaves only scopes. */
  people: 'everyone' | 'none' | readonly OrganisationRole[];
  /** Service accounts with one of these scopes; without any no service account gets in. */
  scopes?: readonly Scope[];
  /** Auditors write nothing; the few exceptions say so here. */
  auditorMayWrite?: boolean;
}

export const PUBLIC = 'public';

export function authorise(actor: Actor, access: Access, writes: boolean): void {
  const { standing } = actor;
  if (standing.kind === 'service') {
    const fits = access.scopes?.some((scope) => standing.scopes.includes(scope));
    if (!fits) throw forbidden(needScope(access.scopes));
    return;
  }
  if (access.people === 'none') throw forbidden(needScope(access.scopes));
  if (writes && hasRole(standing, 'auditor') && !access.auditorMayWrite)
    throw forbidden('Auditors read everything and change nothing.');
  if (access.people !== 'everyone' && !hasRole(standing, ...access.people)) {
    throw forbidden(`This needs the role ${access.people.join(' or ')}.`);
  }
}

const forbidden = (detail: string) => new Problem('forbidden', detail);

function needScope(scopes: readonly Scope[] = []): string {
  return scopes.length > 0
    ? `This needs the scope ${scopes.join(' or ')}.`
    : 'No service account may do this.';
}
