import { eq } from 'drizzle-orm';
import { people } from '#db/schema/people.ts';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import { mayIssueToken } from '#lib/domain/people/token-rights.ts';
import type { Ctx } from '../context.ts';
import { conflict, invalid, notFound, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { issueToken } from './issue-token.ts';

export interface CreateTokenInput {
  /** E-mail of the person it acts for. */
  owner: string;
  name: string;
  /** Null: it works until it is revoked. */
  expiresAt: Date | null;
}

/** A token acts with the person's rights of the moment it is used. It is told once: only its keyed hash is kept. */
export async function createToken(
  ctx: Ctx,
  { owner: email, name, expiresAt }: CreateTokenInput,
): Promise<CreatedTokenDto> {
  if (expiresAt && expiresAt <= ctx.now) throw invalid('/expiresAt', 'Must be in the future.');
  return transact(ctx, async (tx) => {
    const owner = { kind: 'person', name: email } as const;
    refuse(mayIssueToken(ctx.actor.standing, owner));
    const [person] = await tx.select().from(people).where(eq(people.email, email)).for('share');
    if (!person) throw notFound(`person ${email}`);
    if (!person.active) throw conflict('person.inactive', `${email} is deactivated.`);
    return issueToken(tx, ctx, { owner, ownerId: person.id, name, expiresAt });
  });
}
