import type { Database } from '#db/client.ts';
import type { Standing } from '#lib/domain/identity/standing.ts';
import type { IdempotencyClaim } from './http/idempotency.ts';

/** Who asks. `id` is the person's or the service account's key, null for the operator and the product itself. */
export interface Actor {
  id: string | null;
  displayName: string;
  standing: Standing;
}

/** Everything a verb or a query gets from outside: nothing else is read from the surroundings. */
export interface Ctx {
  actor: Actor;
  db: Database;
  now: Date;
  requestId: string;
  /** Base address for links in answers, without a slash at its end. */
  baseUrl: string;
  /** Set by the route when the request carries an `Idempotency-Key`; settled inside the verb's transaction. */
  idempotency?: IdempotencyClaim;
}

/** A person's key where only a person may act. */
export function personId(ctx: Ctx): string {
  const { id, standing } = ctx.actor;
  if (standing.kind !== 'person' || id === null)
    throw new Error('a person was required and the route let somebody else in');
  return id;
}
