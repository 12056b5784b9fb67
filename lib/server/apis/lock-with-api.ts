import { eq, inArray } from 'drizzle-orm';
import type { Transaction } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { emergencies, exceptions } from '#db/schema/gate.ts';
import { reviews } from '#db/schema/reviews.ts';

const THINGS = { review: reviews, exception: exceptions, emergency: emergencies };

/**
 * Locks the API first and then what belongs to it, as every change of an API does: whoever took them the other way round
 * would wait for somebody who waits for them. Until the commit neither the owner nor the newest description changes and
 * no other step is taken. Others may still refer to both; nothing is locked where there is none.
 */
export async function lockWithApi(tx: Transaction, what: keyof typeof THINGS, id: string): Promise<void> {
  const thing = THINGS[what];
  const itsApi = tx.select({ id: thing.apiId }).from(thing).where(eq(thing.id, id));
  await tx.select({ id: apis.id }).from(apis).where(inArray(apis.id, itsApi)).for('no key update');
  await tx.select({ id: thing.id }).from(thing).where(eq(thing.id, id)).for('no key update');
}
