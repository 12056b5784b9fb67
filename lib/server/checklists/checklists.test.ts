import { describe, expect, it } from 'vitest';
import {
  act,
  gate,
  must,
  ownedApi,
  requestReview,
  signedReview,
  submittedReview,
  useReviewWorld,
} from '../testing/review-world.ts';
import type { TestPerson } from '../testing/test-world.ts';

const world = useReviewWorld();

type Item = Record<string, unknown> & { key: string };
const current = async (person: TestPerson) =>
  must(await person.api.get('/checklists', { query: { limit: 1 } }), 200).items[0];
const publish = (person: TestPerson, title: string, items: Item[], rest: object = {}) =>
  person.api.post('/checklists', { json: { title, items, ...rest } });

const item = (key: string, change: object = {}): Item => ({
  key,
  question: 'Is it safe?',
  owasp: ['API1'],
  why: 'Because it may not be.',
  guidance: 'Look.',
  tiers: ['low', 'medium', 'high', 'critical'],
  ...change,
});

describe('the checklist', () => {
  it('is listed with every version, the newest in force, as it can be published again', async () => {
    const org = await world.organisation();
    const before = await current(org.auditor);
    expect(before).toMatchObject({ id: 'default', inForce: true });
    const title = `${before.title}, once more`;
    const made = must(await publish(org.sam, title, before.items, { replaces: before.version }), 201);
    expect(made).toMatchObject({
      version: before.version + 1,
      inForce: true,
      title,
      createdBy: org.sam.email,
      items: before.items,
    });
    const page = must(await org.auditor.api.get('/checklists'), 200);
    expect(page.items.map(({ inForce }: { inForce: boolean }) => inForce)).toEqual([
      true,
      ...Array(before.version).fill(false),
    ]);
    expect(page.total).toBe(before.version + 1);
    const first = must(await org.dev.api.get('/checklists', { query: { sort: 'version', limit: 1 } }), 200);
    expect(first.items[0].version).toBe(1);
    const second = must(
      await org.dev.api.get('/checklists', {
        query: { sort: 'version', limit: 1, cursor: first.nextCursor },
      }),
      200,
    );
    expect(second.items[0].version).toBe(2);
    const csv = await org.auditor.api.get('/checklists', { headers: { accept: 'text/csv' } });
    expect(csv.text.trim().split('\n')).toHaveLength(page.total + 1);
  });

  it('voids what was signed and what is on its way, and says how much', async () => {
    const org = await world.organisation();
    const [signed, waiting] = [await ownedApi(org), await ownedApi(org)];
    await signedReview(org, signed);
    const open = await submittedReview(org, waiting);
    const { version } = await current(org.sam);
    const made = must(await publish(org.sam, 'Short', [item('short')]), 201);
    expect(made.voided.signOffs).toBeGreaterThanOrEqual(1);
    expect(made.voided.reviews).toBeGreaterThanOrEqual(1);
    expect(await gate(org.dev, signed)).toEqual({
      outcome: 'prevented',
      codes: ['signoff.checklist-changed'],
    });
    expect(await act(org.anna, open.id, 'approve')).toMatchObject({
      status: 409,
      json: { code: 'review.superseded' },
    });
    const next = await requestReview(org.dev, signed);
    expect(next.items.map(({ key }: Item) => key)).toEqual(['short']);
    expect(next.checklist.version).toBe(version + 1);
    const kept = (await org.dev.api.get(`/reviews/${open.id}`)).json;
    expect(kept.checklist.version).toBe(version);
    expect(kept.items.length).toBeGreaterThan(1);
    const again = must(await publish(org.sue, 'Short again', [item('short')]), 201);
    expect(again.voided).toMatchObject({ signOffs: 0 });
    const { rows } = await world.database.pool.query(
      `SELECT actor, event::jsonb->'data'->>'version' AS version FROM audit_events WHERE action = 'checklist.published' ORDER BY seq DESC LIMIT 1`,
    );
    expect(rows).toEqual([{ actor: org.sue.email, version: String(again.version) }]);
  });

  it('is asked by tier, kind and content of the description', async () => {
    const org = await world.organisation();
    const items = [
      item('always'),
      item('critical-only', { tiers: ['critical'] }),
      item('graphql-only', { kinds: ['graphql'] }),
      item('uploads-only', { features: ['file-upload'] }),
    ];
    must(await publish(org.sam, 'Tailored', items), 201);
    const review = await requestReview(org.dev, await ownedApi(org));
    expect(review.items.map(({ key }: Item) => key)).toEqual(['always']);
  });

  it('is published by security alone, and never over somebody else’s version', async () => {
    const org = await world.organisation();
    const { version } = await current(org.sam);
    for (const person of [org.dev, org.mona, org.admin, org.auditor]) {
      expect((await publish(person, 'Mine', [item('mine')])).status).toBe(403);
    }
    expect((await publish(org.sam, 'Stale', [item('stale')], { replaces: version + 1 })).status).toBe(412);
    const race = await Promise.all(
      Array.from({ length: 5 }, (_, at) =>
        publish(org.sam, `Race ${at}`, [item(`race-${at}`)], { replaces: version }),
      ),
    );
    expect(race.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 412, 412, 412, 412]);
    const now = await current(org.sam);
    expect(await publish(org.sam, now.title, now.items)).toMatchObject({
      status: 409,
      json: { code: 'checklist.unchanged' },
    });
  });

  it.each([
    ['no items', { title: 'X', items: [] }],
    ['the same key twice', { title: 'X', items: [item('one'), item('one')] }],
    ['a tier without a question', { title: 'X', items: [item('one', { tiers: ['low'] })] }],
    ['a tier with conditional questions only', { title: 'X', items: [item('one', { kinds: ['rest'] })] }],
    ['an unknown category', { title: 'X', items: [item('one', { owasp: ['API11'] })] }],
    ['an unknown field', { title: 'X', items: [item('one', { weight: 3 })] }],
    ['a settler nobody knows', { title: 'X', items: [item('one', { settledBy: 'wishing' })] }],
    ['a key that is none', { title: 'X', items: [item('Not A Key')] }],
    ['no title', { items: [item('one')] }],
  ])('is refused with %s', async (_, json) => {
    const sam = await world.person('sam', 'security');
    expect((await sam.api.post('/checklists', { json })).status).toBe(422);
  });
});
