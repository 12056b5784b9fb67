import { expect, it } from 'vitest';
import { must, ownedApi, useReviewWorld } from '../testing/review-world.ts';
import { randomSlug } from '../testing/test-world.ts';

const world = useReviewWorld();
const DAY = 86_400_000;

it('names the worst APIs and applications with their teams, now and in the past', async () => {
  const org = await world.organisation();
  const application = randomSlug('app');
  must(await org.mona.api.post('/applications', { json: { slug: application, name: 'Shop' } }), 201);
  const api = await ownedApi(org, { name: 'Orders', application });
  await world.database.pool.query(
    `UPDATE risk_history SET at = at - interval '3 days' WHERE api_id = (SELECT id FROM apis WHERE slug = $1)`,
    [api],
  );
  const yesterday = new Date(Date.now() - DAY).toISOString();
  for (const query of [{ team: org.root }, { team: org.root, asOf: yesterday }]) {
    const risk = must(await org.auditor.api.get('/risk', { query }), 200);
    expect(risk.worstApis).toMatchObject([{ slug: api, name: 'Orders', team: org.a, teamName: 'Team a' }]);
    expect(risk.worstApplications).toMatchObject([
      { slug: application, name: 'Shop', worstApi: api, worstApiName: 'Orders' },
    ]);
  }
});
