import { forbidden, type Refusal } from '../identity/refusal.ts';
import { administers, type Standing } from '../identity/standing.ts';

/** Whose a token is: it acts with that person's rights, or with the scopes of that service account. */
export interface TokenOwner {
  kind: 'person' | 'service';
  /** E-mail or slug. */
  name: string;
}

const isOwn = (standing: Standing, owner: TokenOwner): boolean =>
  standing.kind === owner.kind && standing.kind === 'person' && standing.name === owner.name;

/** Nobody makes a token that acts for somebody else, administrators included; the operator hands out the first ones. */
export function mayIssueToken(standing: Standing, owner: TokenOwner): Refusal | null {
  if (standing.kind === 'operator' || isOwn(standing, owner)) return null;
  return forbidden('People make tokens for themselves only.');
}

/** Whether a token is among those that somebody may see and revoke; who may not is told that there is none. */
export function mayRevokeToken(standing: Standing, owner: TokenOwner): Refusal | null {
  if (administers(standing) || isOwn(standing, owner)) return null;
  return forbidden('Only its owner and administrators may revoke a token.');
}
