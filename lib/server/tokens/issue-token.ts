import type { Transaction } from '#db/client.ts';
import { newId } from '#db/new-id.ts';
import { tokens } from '#db/schema/people.ts';
import type { CreatedTokenDto } from '#lib/domain/people/dto.ts';
import type { TokenOwner } from '#lib/domain/people/token-rights.ts';
import { audit } from '../audit/audit.ts';
import type { Ctx } from '../context.ts';
import { hashToken, newToken } from '../secrets.ts';

/** Enough to recognise a token among one's own, far too little to guess the rest. */
const PREFIX_LENGTH = 7;

export interface NewToken {
  owner: TokenOwner;
  /** Key of the person or the service account. */
  ownerId: string;
  name: string;
  expiresAt: Date | null;
}

/** Writes a token with its event inside a verb's transaction; the caller has authorised it. */
export async function issueToken(
  tx: Transaction,
  ctx: Ctx,
  { owner, ownerId, name, expiresAt }: NewToken,
): Promise<CreatedTokenDto> {
  const id = newId();
  const token = newToken();
  const prefix = token.slice(0, PREFIX_LENGTH);
  const column = owner.kind === 'person' ? { personId: ownerId } : { serviceAccountId: ownerId };
  await tx
    .insert(tokens)
    .values({ id, hash: hashToken(token), name, prefix, createdAt: ctx.now, expiresAt, ...column });
  const expires = expiresAt?.toISOString() ?? null;
  await audit(tx, ctx, {
    action: 'token.created',
    subjects: [id, owner.name],
    data: { name, prefix, expiresAt: expires },
  });
  const createdAt = ctx.now.toISOString();
  return { id, name, owner: owner.name, ownerKind: owner.kind, prefix, createdAt, expiresAt: expires, token };
}
