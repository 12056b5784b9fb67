import { and, eq } from 'drizzle-orm';
import { newId } from '#db/new-id.ts';
import { identities, people } from '#db/schema/people.ts';
import { audit } from '../audit/audit.ts';
import type { Actor, Ctx } from '../context.ts';
import { transact } from '../transact.ts';
import { findActorByEmail } from './find-actor.ts';

export interface OidcIdentity {
  issuer: string;
  subject: string;
  /** Null unless the provider vouches for the address. */
  verifiedEmail: string | null;
  name: string | null;
}

export type Admission = { actor: Actor } | { refusal: string };

/**
 * The person behind an identity of the sign-in provider, known by issuer and subject. The first time, a verified
 * e-mail leads to the person an administrator added, or a member is made. An address that is already bound to another
 * subject of that issuer lets nobody in: a re-used mailbox must not inherit rights.
 */
export async function admitIdentity(ctx: Ctx, identity: OidcIdentity): Promise<Admission> {
  const { issuer, subject, verifiedEmail } = identity;
  const [known] = await ctx.db
    .select({ email: people.email })
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  if (known) return admitPerson(ctx, known.email);
  if (verifiedEmail === null) return { refusal: 'the provider does not vouch for an e-mail address' };
  const refusal = await bind(ctx, identity, verifiedEmail);
  return refusal === null ? admitPerson(ctx, verifiedEmail) : { refusal };
}

async function admitPerson(ctx: Ctx, email: string): Promise<Admission> {
  const actor = await findActorByEmail(ctx.db, email);
  return actor ? { actor } : { refusal: 'the person is deactivated' };
}

function bind(ctx: Ctx, { issuer, subject, name }: OidcIdentity, email: string): Promise<string | null> {
  return transact(ctx, async (tx) => {
    const made = await tx
      .insert(people)
      .values({ id: newId(), email, name: name ?? email, role: 'member' })
      .onConflictDoNothing({ target: people.email })
      .returning({ id: people.id });
    const [person] = await tx.select().from(people).where(eq(people.email, email)).for('update');
    if (!person?.active) return 'the person is deactivated';
    const [bound] = await tx
      .select({ subject: identities.subject })
      .from(identities)
      .where(and(eq(identities.personId, person.id), eq(identities.issuer, issuer)));
    // The same browser asking twice at once is no second person.
    if (bound)
      return bound.subject === subject ? null : 'the address belongs to another identity of this provider';
    await tx.insert(identities).values({ issuer, subject, personId: person.id });
    if (made.length > 0) {
      await audit(tx, ctx, {
        action: 'person.added',
        subjects: [email],
        data: { by: 'sign-in', name: person.name, role: 'member' },
      });
    }
    await audit(tx, ctx, { action: 'identity.bound', subjects: [email], data: { issuer, subject } });
    return null;
  });
}
