import { desc, eq, isNull } from 'drizzle-orm';
import type { Database, Transaction } from '#db/client.ts';
import { apis } from '#db/schema/apis.ts';
import { signingKeys } from '#db/schema/audit.ts';
import { environments } from '#db/schema/gate.ts';
import { people } from '#db/schema/people.ts';
import { checklists } from '#db/schema/reviews.ts';
import { teams } from '#db/schema/teams.ts';
import { FIRST_DAY } from '#db/demo/story/prologue.ts';
import { momentOf } from '#db/demo/story/scene.ts';
import type { Checklist } from '#lib/domain/checklist/types.ts';
import { env } from '#lib/env.ts';
import { generateSigningKey, openPrivateKey, sealPrivateKey } from '../gate/signing-keys.ts';
import type { SigningKey } from '../gate/signing-keys.ts';
import { currentPolicy } from '../policies/current-policy.ts';
import { refreshPosture } from '../posture/refresh-posture.ts';
import { publicUrl } from '../public-url.ts';
import { SYSTEM } from '../system-actor.ts';
import { record } from './actors.ts';
import { playStory } from './play-story.ts';
import { emptyWorld } from './world.ts';
import type { World } from './world.ts';
import { writeWorld } from './write-world.ts';

/** The database already holds people, teams or APIs; a demonstration would mix with them. */
export class DatabaseNotEmpty extends Error {
  override name = 'DatabaseNotEmpty';
}

/**
 * Fills an empty database with the demonstration company and its last year, seen from `now`: all or nothing. Whatever
 * happens in it is judged by the rules of the product and leaves its audit event.
 */
export async function loadDemo(db: Database, { now }: { now: Date }): Promise<void> {
  await db.transaction(async (tx) => {
    // Two processes that start together must not both find it empty.
    await tx.execute('SELECT pg_advisory_xact_lock(4718250714)');
    await refuseFilled(tx);
    const { key, isNew } = await signingKeyIn(tx);
    const world = await worldOf(tx, key);
    if (isNew) await keepKey(tx, world, key, now);
    playStory(world, now);
    await writeWorld(tx, world);
    await refreshPosture(
      tx,
      { now },
      [...world.apis.values()].map((api) => api.row.id),
    );
  });
}

async function refuseFilled(tx: Transaction): Promise<void> {
  const counts = [await tx.$count(people), await tx.$count(teams), await tx.$count(apis)];
  if (counts.some((count) => count > 0)) {
    throw new DatabaseNotEmpty(
      'The demonstration is only loaded into an empty database; this one holds people, teams or APIs.',
    );
  }
}

async function worldOf(tx: Transaction, signingKey: SigningKey): Promise<World> {
  return emptyWorld({
    policy: await currentPolicy(tx),
    checklist: await currentChecklist(tx),
    environments: await tx.select().from(environments),
    baseUrl: publicUrl(),
    signingKey,
  });
}

async function currentChecklist(tx: Transaction): Promise<Checklist> {
  const found = tx.select().from(checklists).where(eq(checklists.id, 'default'));
  const [row] = await found.orderBy(desc(checklists.version)).limit(1);
  if (!row) throw new Error('the database has no checklist: migrations seed one');
  return row;
}

async function signingKeyIn(tx: Transaction): Promise<{ key: SigningKey; isNew: boolean }> {
  const [row] = await tx.select().from(signingKeys).where(isNull(signingKeys.retiredAt)).limit(1);
  return row
    ? { key: openPrivateKey(row, env().secret), isNew: false }
    : { key: generateSigningKey(), isNew: true };
}

/** The key that signed the decisions of the story is as old as the story. */
async function keepKey(tx: Transaction, world: World, key: SigningKey, now: Date): Promise<void> {
  const createdAt = new Date(momentOf(now.getTime(), FIRST_DAY));
  const sealedPrivate = sealPrivateKey(key, env().secret);
  await tx
    .insert(signingKeys)
    .values({ kid: key.kid, publicJwk: { ...key.publicJwk }, sealedPrivate, createdAt });
  record(world, SYSTEM, createdAt, { action: 'signing-key.made', subjects: [key.kid] });
}
