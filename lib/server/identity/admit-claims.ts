import type { OidcSettings } from '#lib/settings.ts';
import { log } from '#lib/log.ts';
import type { Actor, Ctx } from '../context.ts';
import { email } from '../http/schemas.ts';
import { admitIdentity } from './admit-identity.ts';
import type { OidcClaims } from './oidc-provider.ts';

const LONGEST_NAME = 120;
const LONGEST_SUBJECT = 255;

/** The person whom the claims of a finished sign-in lead to, or null; why not is for the log, not for the browser. */
export async function admitClaims(
  ctx: Ctx,
  { issuer }: OidcSettings,
  claims: OidcClaims,
): Promise<Actor | null> {
  const { iss, sub: subject } = claims;
  // The metadata may name another issuer than the one that was configured: identities would be bound to the wrong one.
  if (iss !== issuer) return refused(`the provider calls itself ${String(iss)}, OIDC_ISSUER says ${issuer}`);
  if (!subject || subject.length > LONGEST_SUBJECT) return refused('the provider names no usable subject');
  const admission = await admitIdentity(ctx, {
    issuer,
    subject,
    verifiedEmail: verifiedEmail(claims),
    name: displayName(claims.name),
  });
  return 'actor' in admission ? admission.actor : refused(admission.refusal);
}

/** Some providers write the flag as text; whoever leaves it out vouches for nothing. */
function verifiedEmail({ email: address, email_verified: isVerified }: OidcClaims): string | null {
  if (isVerified !== true && isVerified !== 'true') return null;
  return email.safeParse(address).data ?? null;
}

function displayName(name: unknown): string | null {
  if (typeof name !== 'string') return null;
  const text = name
    .toWellFormed()
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return text ? text.slice(0, LONGEST_NAME).toWellFormed() : null;
}

function refused(why: string): null {
  log.warn({ why }, 'sign-in refused');
  return null;
}
