import { describe, expect, it } from 'vitest';
import { HIGH, must, ownedApi, signedReview, useReviewWorld } from '../testing/review-world.ts';
import type { Organisation } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();

async function environment(org: Organisation, order: number): Promise<string> {
  const slug = randomSlug('live');
  must(
    await org.admin.api.put(`/environments/${slug}`, { json: { name: slug, order, gate: 'enforce' } }),
    201,
  );
  return slug;
}

/** What the page of an API and the list of APIs say of its sign-off. */
async function shown(org: Organisation, api: string) {
  const page = must(await org.dev.api.get(`/apis/${api}`), 200).signOff;
  const [row] = must(await org.dev.api.get('/apis', { query: { q: api } }), 200).items;
  const say = ({ environment: of, state }: { environment: string; state: string }) => [of, state];
  return { page: page && say(page), list: say(row.signOff) };
}

describe('the sign-off that stands for an API', () => {
  it('is that of the last enforcing environment in their order, on its page and in lists', async () => {
    const org = await world.organisation();
    const last = await environment(org, 90);
    const first = await environment(org, 80);
    const api = await ownedApi(org);
    expect(await shown(org, api)).toEqual({ page: null, list: ['production', 'missing'] });
    for (const slug of [last, first]) await signedReview(org, api, { environment: slug });
    expect(await shown(org, api)).toEqual({ page: [last, 'valid'], list: [last, 'valid'] });
  });

  it('is production’s as soon as anybody signed for it, also where that is no longer enough', async () => {
    const org = await world.organisation();
    const live = await environment(org, 90);
    const api = await ownedApi(org);
    await signedReview(org, api);
    must(await org.mona.api.patch(`/apis/${api}`, { json: HIGH }), 200);
    await signedReview(org, api, { environment: live });
    expect(await shown(org, api)).toEqual({
      page: ['production', 'missing'],
      list: ['production', 'missing'],
    });
  });
});
