import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FindingDto } from '#lib/domain/revisions/dto.ts';
import { must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();

async function someFindings() {
  const org = await world.organisation();
  const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
  const listed = must(await org.dev.api.get('/findings', { query: { api } }), 200).items;
  const ids: string[] = listed.map(({ id }: FindingDto) => id);
  expect(ids.length).toBeGreaterThan(1);
  return { org, api, ids };
}

describe('a word about many findings', () => {
  it('is told of each, and what is unknown is reported in its place', async () => {
    const { org, api, ids } = await someFindings();
    const unknown = randomUUID();
    const json = { ids: [unknown, ...ids], state: 'acknowledged', reason: 'Mended with the next release.' };
    const answer = must(await org.dev.api.post('/findings/judge', { json }), 200);
    expect(answer).toMatchObject({ judged: ids.length, refused: 1 });
    expect(answer.results).toEqual([
      expect.objectContaining({ id: unknown, outcome: 'refused', code: 'not-found' }),
      ...ids.map((id) => ({ id, outcome: 'judged', state: 'acknowledged' })),
    ]);
    const after = must(await org.dev.api.get('/findings', { query: { api } }), 200).items;
    for (const finding of after) {
      expect(finding).toMatchObject({ state: 'acknowledged', reason: json.reason, decidedBy: org.dev.email });
    }
    const events = must(
      await org.auditor.api.get('/audit', { query: { subject: api, action: 'finding.acknowledged' } }),
      200,
    );
    expect(events.total).toBe(ids.length);
  });

  it('is told once of each, however often and however it is named', async () => {
    const { org, ids } = await someFindings();
    const all = [...ids, ids[0]!, ids[0]!.toUpperCase()];
    const json = { ids: all, state: 'acknowledged', reason: 'Known.' };
    const answer = must(await org.dev.api.post('/findings/judge', { json }), 200);
    expect(answer).toMatchObject({ judged: ids.length, refused: 0 });
    expect(answer.results.map(({ id }: { id: string }) => id)).toEqual(ids);
  });

  it('is one action however often its key comes', async () => {
    const { org, api, ids } = await someFindings();
    const request = {
      json: { ids, state: 'acknowledged', reason: 'Known.' },
      headers: { 'idempotency-key': randomUUID() },
    };
    const first = must(await org.dev.api.post('/findings/judge', request), 200);
    expect(must(await org.dev.api.post('/findings/judge', request), 200)).toEqual(first);
    const query = { subject: api, action: 'finding.acknowledged' };
    expect(must(await org.auditor.api.get('/audit', { query }), 200).total).toBe(ids.length);
  });

  it('leaves no trace where somebody lacks the right', async () => {
    const { org, api, ids } = await someFindings();
    const json = { ids, state: 'false-positive', reason: 'It is not reachable.' };
    const answer = must(await org.dev.api.post('/findings/judge', { json }), 200);
    expect(answer).toMatchObject({ judged: 0, refused: ids.length });
    const query = { api, state: 'open' };
    expect(must(await org.dev.api.get('/findings', { query }), 200).total).toBe(ids.length);
    expect(must(await org.sam.api.post('/findings/judge', { json }), 200)).toMatchObject({ refused: 0 });
    expect(must(await org.dev.api.get('/findings', { query }), 200).total).toBe(0);
  });

  it('is about 1 to 100, with a reason', async () => {
    const { org, ids } = await someFindings();
    const good = { ids, state: 'open', reason: 'It matters.' };
    const wrong = [
      { ...good, ids: [] },
      { ...good, ids: Array.from({ length: 101 }, () => randomUUID()) },
      { ...good, ids: ['one'] },
      { ...good, state: 'fixed' },
      { ...good, reason: '' },
    ];
    for (const json of wrong) expect((await org.dev.api.post('/findings/judge', { json })).status).toBe(422);
  });
});
