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
import { refreshDueDates } from './refresh-due-dates.ts';
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
  return { scan, kept, apiId: api!.id };
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

  it('are due by how they are rated now, from when they came, or came back, and not from the new rating', async () => {
    const { db } = world.database;
    const { scan, kept, apiId } = await someApi();
    const daysOpen = async () => {
      const [row] = await kept();
      const since = (row!.reintroducedAt ?? row!.firstSeenAt).getTime();
      return row!.dueAt && (row!.dueAt.getTime() - since) / 86_400_000;
    };
    const grow = () =>
      db.update(findings).set({
        firstSeenAt: sql`first_seen_at - interval '20 days'`,
        reintroducedAt: sql`reintroduced_at - interval '20 days'`,
      });
    await scan([found(1, 'high')]);
    for (const isBack of [false, true]) {
      if (isBack) {
        await scan([]);
        await scan([found(1, 'high')]);
      }
      await grow();
      for (const severity of ['critical', 'info', 'high', 'medium'] as const) {
        await scan([found(1, severity)]);
        const due = await daysOpen();
        expect(due).toBe({ critical: 14, high: 60, medium: 180, info: null }[severity]);
        await db.transaction((tx) => refreshDueDates(tx, [apiId]));
        expect(await daysOpen()).toBe(due);
      }
    }
  });

  it('that were called false are due by the tier of now when that is taken back', async () => {
    const { db } = world.database;
    const { scan, kept, apiId } = await someApi();
    await scan([found(1, 'high')]);
    await db.update(findings).set({ state: 'false-positive' }).where(eq(findings.apiId, apiId));
    await db.update(apis).set({ tier: 'critical' }).where(eq(apis.id, apiId));
    await db.transaction((tx) => refreshDueDates(tx, [apiId]));
    const [row] = await kept();
    expect((row!.dueAt!.getTime() - row!.firstSeenAt.getTime()) / 86_400_000).toBe(14);
  });
});
