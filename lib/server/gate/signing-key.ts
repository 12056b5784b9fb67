import { desc, isNull } from 'drizzle-orm';
import type { Database } from '#db/client.ts';
import { signingKeys } from '#db/schema/audit.ts';
import { env } from '#lib/env.ts';
import { audit } from '../audit/audit.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import { transact } from '../transact.ts';
import { generateSigningKey, openPrivateKey, sealPrivateKey } from './signing-keys.ts';
import type { SigningKey } from './signing-keys.ts';

const known = new WeakMap<Database, Promise<SigningKey>>();

/** The key that signs now; made at the first use, the same one for every replica. */
export function signingKey(db: Database): Promise<SigningKey> {
  const found = known.get(db) ?? findOrMake(db);
  known.set(db, found);
  // A failure is not remembered: the next caller tries again.
  found.catch(() => known.delete(db));
  return found;
}

async function findOrMake(db: Database): Promise<SigningKey> {
  return (await find(db)) ?? (await make(db)) ?? (await find(db))!;
}

async function find(db: Database): Promise<SigningKey | null> {
  const [row] = await db
    .select()
    .from(signingKeys)
    .where(isNull(signingKeys.retiredAt))
    .orderBy(desc(signingKeys.createdAt))
    .limit(1);
  return row ? openPrivateKey(row, env().secret) : null;
}

/** Null when another process was faster. */
async function make(db: Database): Promise<SigningKey | null> {
  const key = generateSigningKey();
  const ctx = { ...makeContext(SYSTEM), db };
  return transact(ctx, async (tx) => {
    await tx.execute('SELECT pg_advisory_xact_lock(4718250713)');
    if ((await tx.$count(signingKeys, isNull(signingKeys.retiredAt))) > 0) return null;
    await tx.insert(signingKeys).values({
      kid: key.kid,
      publicJwk: { ...key.publicJwk },
      sealedPrivate: sealPrivateKey(key, env().secret),
    });
    await audit(tx, ctx, { action: 'signing-key.made', subjects: [key.kid] });
    return key;
  });
}

/** Every key that is still needed to verify something signed before. */
export async function publishedKeys(db: Database): Promise<Record<string, string>[]> {
  await signingKey(db);
  const rows = await db
    .select({ jwk: signingKeys.publicJwk })
    .from(signingKeys)
    .orderBy(signingKeys.createdAt);
  return rows.map((row) => row.jwk);
}
