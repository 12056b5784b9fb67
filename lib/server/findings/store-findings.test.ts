import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { newId } from '#db/new-id.ts';
import { apis } from '#db/schema/apis.ts';
import { findings, revisions } from '#db/schema/revisions.ts';
import type { ScannedFinding } from '#lib/domain/scan/types.ts';
import { makeContext } from '../make-context.ts';
import { SYSTEM } from '../system-actor.ts';
import { ownedApi, useReviewWorld } from '../testing/review-world.ts';
import { transact } from '../transact.ts';
import { storeFindings } from './store-findings.ts';

const world = useReviewWorld();
/** More than the parameters of one statement could hold. */
const MANY = 6_000;

const found = (n: number, severity: ScannedFinding['severity'] = 'low'): ScannedFinding => ({
  rule: 'made-up',
  severity,
  owasp: ['API8'],
  title: `Found ${n}`,
  why: 'It was made up.',
  fix: 'Forget it.',
  fingerprint: `made-up-${n}`,
  occurrences: 1,
  operations: [],
  operationCount: 0,
  pointers: [`/paths/${n}`],
});

async function someApi() {
  const { db } = world.database;
  const slug = await ownedApi(await world.organisation());
  const [api] = await db.select().from(apis).where(eq(apis.slug, slug));
  /** Stores what the scan of another revision found. */
  const scan = async (scanned: ScannedFinding[]) => {
    const [newest] = await db
      .select()
      .from(revisions)
      .where(eq(revisions.apiId, api!.id))
      .orderBy(sql`number DESC`)
      .limit(1);
    const id = newId();
    const number = newest!.number + 1;
    await db.insert(revisions).values({ ...newest!, id, number, digest: `sha256:${number}` });
    const ctx = makeContext(SYSTEM);
    await transact(ctx, (tx) => storeFindings(tx, ctx, { api: api!, revisionId: id, scanned }));
  };
  const kept = () =>
    db
      .select()
      .from(findings)
      .where(sql`api_id = ${api!.id} AND rule = 'made-up'`);
  return { scan, kept };
}

describe('the findings of a scan', () => {
  it('are kept and closed however many there are', async () => {
    const { scan, kept } = await someApi();
    const all = Array.from({ length: MANY }, (_, n) => found(n));
    await scan(all);
    await scan(all.slice(1));
    const states = (await kept()).map(({ state }) => state);
    expect(states).toHaveLength(MANY);
    expect(states.filter((state) => state === 'fixed')).toHaveLength(1);
  });

  it('count as changed only when they came back or are rated anew', async () => {
    const { scan, kept } = await someApi();
    await scan([found(1)]);
    const [first] = await kept();
    await scan([found(1)]);
    const [again] = await kept();
    expect(again).toMatchObject({ version: first!.version, dueAt: first!.dueAt });
    await scan([found(1, 'critical')]);
    const [worse] = await kept();
    expect(worse).toMatchObject({ version: first!.version + 1, severity: 'critical' });
    expect(worse!.dueAt!.getTime()).toBeLessThan(Date.now() + 30 * 86_400_000);
    await scan([]);
    await scan([found(1, 'critical')]);
    const [back] = await kept();
    expect(back).toMatchObject({ version: first!.version + 3, state: 'open', fixedAt: null });
    expect(back!.reintroducedAt).not.toBeNull();
  });
});
