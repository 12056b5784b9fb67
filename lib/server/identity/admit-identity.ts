import { and, eq } from 'drizzle-orm';
import { identities, people } from '#db/schema/people.ts';
import { newId } from '#db/new-id.ts';
import type { Actor, Ctx } from '../context.ts';
import { audit } from '../audit/audit.ts';
import { transact } from '../transact.ts';
import { findActorByEmail } from './find-actor.ts';

export interface OidcIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  emailVerified: boolean;
  name: string | null;
}

/**
 * The person behind an identity of the sign-in provider, known by issuer and subject. The first time, a verified
 * e-mail leads to the person an administrator added, or a member is made. An address that is already bound to another
 * subject of that issuer lets nobody in: a re-used mailbox must not inherit rights.
 */
export async function admitIdentity(ctx: Ctx, identity: OidcIdentity): Promise<Actor | null> {
  const { issuer, subject } = identity;
  const [known] = await ctx.db
    .select({ email: people.email, active: people.active })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  if (known) return known.active ? findActorByEmail(ctx.db, known.email) : null;
  if (!identity.email || !identity.emailVerified) return null;
  return bind(ctx, identity, identity.email.toLowerCase());
}

async function bind(ctx: Ctx, { issuer, subject, name }: OidcIdentity, email: string): Promise<Actor | null> {
  const isBound = await transact(ctx, async (tx) => {
    const made = await tx
      .insert(people)
      .values({ id: newId(), email, name: name?.trim() || email, role: 'member' })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    const [person] = await tx.select().from(people).where(eq(people.email, email)).for('update');
    if (!person?.active) return false;
    const others = await tx
      .select({ subject: identities.subject })
      .from(identities)
      .where(and(eq(identities.personId, person.id), eq(identities.issuer, issuer)));
    if (others.length > 0) return false;
    await tx.insert(identities).values({ issuer, subject, personId: person.id });
    if (made.length > 0) await audit(tx, ctx, { action: 'person.added', subjects: [email], data: { by: 'sign-in', role: 'member' } });
    await audit(tx, ctx, { action: 'identity.bound', subjects: [email], data: { issuer, subject } });
    return true;
  });
  return isBound ? findActorByEmail(ctx.db, email) : null;
}
