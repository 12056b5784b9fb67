import { describe, expect, it } from 'vitest';
import {
  act,
  bringBack,
  must,
  ownedApi,
  submittedReview,
  upload,
  useReviewWorld,
} from '../testing/review-world.ts';
import { sampleDescription } from '../testing/sample-description.ts';

const world = useReviewWorld();
const [first, second] = [sampleDescription(), sampleDescription({ extra: true })];

describe('a description that is brought back', () => {
  it('is not signed by whoever brought it', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, first);
    await upload(org.dev, api, second);
    await bringBack(org.anna, api, first);
    const review = await submittedReview(org, api);
    expect(review.requiredApprovals[0].candidates.map(({ name }: { name: string }) => name)).toEqual([
      'Alex',
      'Mona',
    ]);
    expect(await act(org.anna, review.id, 'approve')).toMatchObject({
      status: 403,
      json: { code: 'approver.uploader' },
    });
    must(await act(org.alex, review.id, 'approve'), 200);
  });

  it('makes reviews of the other void, until that is brought back in turn', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, first);
    await upload(org.dev, api, second);
    const review = await submittedReview(org, api);
    await bringBack(org.dev, api, first);
    expect((await org.anna.api.get(`/reviews/${review.id}`)).json.void).toMatch(/material changes/);
    expect(await act(org.anna, review.id, 'approve')).toMatchObject({
      status: 409,
      json: { code: 'review.superseded' },
    });
    await bringBack(org.dev, api, second);
    expect(must(await act(org.anna, review.id, 'approve'), 200).state).toBe('approved');
  });

  it('is the newest only once however often it is uploaded, and once for each who brings it', async () => {
    const org = await world.organisation();
    const api = await ownedApi(org, {}, first);
    await upload(org.dev, api, second);
    for (const person of [org.anna, org.anna, org.alex]) await bringBack(person, api, first);
    await bringBack(org.dev, api, second);
    await bringBack(org.anna, api, first);
    const { items } = must(
      await org.auditor.api.get('/audit', { query: { subject: api, action: 'revision.brought-back' } }),
      200,
    );
    expect(items.map((event: { actor: string }) => event.actor)).toEqual(
      [org.anna, org.dev, org.anna].map(({ email }) => email),
    );
    const { rows } = await world.database.pool.query(
      'SELECT brought_back_by AS hands FROM revisions v JOIN apis a ON a.latest_revision_id = v.id WHERE a.slug = $1',
      [api],
    );
    expect(rows).toEqual([{ hands: [org.anna.email] }]);
  });
});
