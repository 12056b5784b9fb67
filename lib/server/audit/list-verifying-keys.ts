import type { Queryable } from '#db/client.ts';
import { signingKeys } from '#db/schema/audit.ts';
import { readJwks } from '../gate/signing-keys.ts';
import type { VerifyingKey } from '../gate/signing-keys.ts';

/** Public halves of every key that ever signed, retired ones included: what they signed stays signed. */
export async function listVerifyingKeys(db: Queryable): Promise<VerifyingKey[]> {
  const rows = await db.select({ jwk: signingKeys.publicJwk }).from(signingKeys);
  const keys = readJwks({ keys: rows.map((row) => row.jwk) });
  return typeof keys === 'string' ? [] : keys;
}
