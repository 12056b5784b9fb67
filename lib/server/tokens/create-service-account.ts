import { newId } from '#db/new-id.ts';
import { serviceAccounts } from '#db/schema/people.ts';
import { mayCreateServiceAccount } from '#lib/domain/people/service-account.ts';
import type { Scope } from '#lib/domain/words.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { conflict, refuse } from '../http/problem.ts';
import { transact } from '../transact.ts';
import { issueToken } from './issue-token.ts';

export interface CreateServiceAccountInput {
  slug: string;
  scopes: Scope[];
}

export interface CreatedServiceAccount extends CreateServiceAccountInput {
  /** Told once. */
  token: string;
}

/** A non-human actor with its first token. It has the scopes and no right of any person. */
export async function createServiceAccount(
  ctx: Ctx,
  { slug, scopes }: CreateServiceAccountInput,
): Promise<CreatedServiceAccount> {
  return transact(ctx, async (tx) => {
    refuse(mayCreateServiceAccount(ctx.actor.standing, slug));
    const id = newId();
    const made = await tx
      .insert(serviceAccounts)
      .values({ id, slug, scopes })
      .onConflictDoNothing({ target: serviceAccounts.slug })
      .returning({ id: serviceAccounts.id });
    if (made.length === 0)
      throw conflict('service-account.slug-taken', `There is already a service account ${slug}.`);
    await audit(tx, ctx, { action: 'service-account.created', subjects: [slug], data: { scopes } });
    const owner = { kind: 'service', name: slug } as const;
    const { token } = await issueToken(tx, ctx, { owner, ownerId: id, name: 'first', expiresAt: null });
    return { slug, scopes, token };
  });
}
