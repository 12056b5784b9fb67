import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import type { Route } from '../http/define-route.ts';
import { answerAll, must, ownedApi, requestReview } from './review-world.ts';
import type { Organisation } from './review-world.ts';
import { sampleDescription } from './sample-description.ts';
import { randomSlug } from './test-world.ts';

/** One of everything that addresses and bodies can name, made by the people of team A. */
export interface ExistingObjects {
  /** By the collection in the address: `/reviews/{id}`. */
  byCollection: Readonly<Record<string, string>>;
  /** By the name of a property in a body. */
  byProperty: Readonly<Record<string, unknown>>;
}

export async function makeObjects(org: Organisation): Promise<ExistingObjects> {
  const api = await ownedApi(org, {}, sampleDescription({ isOpen: true }));
  const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  const review = await requestReview(org.dev, api);
  await answerAll(org.dev, review);
  must(await org.dev.api.post(`/reviews/${review.id}/submit`, { json: {} }), 200);
  const finding = must(await org.dev.api.get('/findings', { query: { api } }), 200).items[0].id;
  const exceptionOf = { api, target: { finding }, reason: 'A mend is on its way', expiresAt: inDays(7) };
  const exception = must(await org.dev.api.post('/exceptions', { json: exceptionOf }), 201).id;
  const emergencyOf = {
    api,
    environment: 'production',
    reason: 'Customers cannot pay',
    incidentUrl: 'https://example.com/7',
  };
  const emergency = must(await org.anna.api.post('/emergencies', { json: emergencyOf }), 201).id;
  const token = must(await org.dev.api.post('/tokens', { json: { name: 'of Dev' } }), 201).id;
  const { items } = must(await org.dev.api.get('/checklists'), 200).items[0];
  const application = randomSlug('app');
  must(
    await org.mona.api.post('/applications', { json: { slug: application, name: 'App', team: org.a } }),
    201,
  );
  return {
    byCollection: {
      apis: api,
      applications: application,
      emergencies: emergency,
      environments: 'production',
      exceptions: exception,
      findings: finding,
      items: review.items[0].key,
      members: org.dora.email,
      people: org.dora.email,
      policies: 'gate',
      reviews: review.id,
      revisions: must(await org.dev.api.get(`/apis/${api}/revisions`), 200).items[0].id,
      teams: org.a,
      tokens: token,
    },
    byProperty: {
      api,
      apis: [api],
      application,
      environment: 'production',
      parent: org.a,
      team: org.a,
      expiresAt: inDays(7),
      ids: [finding],
      items,
      runs: [],
      target: { finding },
      version: '2.1.0',
    },
  };
}

/** The address of a route with what is there; with something of the right form where the collection is new. */
export function addressOf({ fullPath, params }: Route, objects: ExistingObjects): string {
  const parts = fullPath.split('/');
  const filled = parts.map((part, at) => {
    if (!part.startsWith('{')) return part;
    const schema = params?.shape[part.slice(1, -1)] as z.ZodType | undefined;
    const invented = [randomUUID(), '1', randomSlug('some'), 'some@example.test'];
    const fitting = invented.find((value) => schema?.safeParse(value).success) ?? randomUUID();
    return encodeURIComponent(objects.byCollection[parts[at - 1]!] ?? fitting);
  });
  return filled.join('/');
}
