import type { CallOptions } from './api-client.ts';
import type { ExistingObjects } from './existing-objects.ts';
import {
  HIGH,
  LOW,
  answerAll,
  must,
  ownedApi,
  requestReview,
  signedReview,
  submittedReview,
  upload,
} from './review-world.ts';
import type { Organisation } from './review-world.ts';
import type { RowName } from './rights-by-role.ts';
import { sampleDescription } from './sample-description.ts';
import { randomSlug } from './test-world.ts';

/** What a request of a row names, where it is not the plain one about what everybody finds. */
export interface Wanted {
  /** By the collection in the address. */
  at?: Record<string, string>;
  /** By the name of a property in a body that is made up. */
  known?: Record<string, unknown>;
  /** The whole body or query. */
  options?: CallOptions;
}
type Prepare = (org: Organisation, objects: ExistingObjects) => Promise<Wanted> | Wanted;

/** Brings about what a row needs so that only the right decides: Dev begins it, and nobody of the other roles has a hand in it. */
export const PREPARATIONS: Partial<Record<RowName, Prepare>> = {
  'POST /apis': ({ a }) => ({ options: { json: { ...newApi(), team: a } } }),
  'POST /apis for nobody': () => ({ options: { json: newApi() } }),
  'POST /applications for nobody': () => ({ known: { team: undefined } }),
  'PATCH /apis/{slug} of nobody’s': nobodys,
  'POST /apis/{slug}/revisions of nobody’s': nobodys,
  'POST /apis/{slug}/reviews of nobody’s': async (org) => {
    const { at } = await nobodys(org);
    await upload(org.dev, at.apis, sampleDescription());
    return { at, options: { json: { environment: 'production' } } };
  },
  'POST /apis/{slug}/ownership of nobody’s': nobodys,
  'DELETE /apis/{slug}': async (org) => ({ at: { apis: await ownedApi(org) } }),
  'POST /apis/{slug}/ownership': (org) => ({ options: { json: { team: org.b } } }),
  'POST /ownership/bulk': (org) => ({ known: { team: org.b } }),
  'POST /apis/{slug}/ownership/accept': offered,
  'POST /apis/{slug}/ownership/decline': offered,
  'PATCH /findings/{id}': () => judged('acknowledged'),
  'PATCH /findings/{id} as false positive': () => judged('false-positive'),
  'POST /findings/judge': (_, { byProperty: { ids } }) => judged('acknowledged', { ids }),
  'POST /findings/judge as false positives': (_, { byProperty: { ids } }) =>
    judged('false-positive', { ids }),
  'POST /apis/{slug}/reviews': async (org) => ({
    at: { apis: await ownedApi(org) },
    options: { json: { environment: 'production' } },
  }),
  'PATCH /reviews/{id}/items/{key}': draft,
  'POST /reviews/{id}/submit': draft,
  'POST /reviews/{id}/approve': waitingForBoth,
  'POST /reviews/{id}/request-changes': waitingForBoth,
  'POST /reviews/{id}/reject': waitingForBoth,
  'POST /reviews/{id}/sign-offs/revoke': async (org) => ({ at: { reviews: (await signed(org)).review } }),
  'POST /deployments': (_, { byProperty: { api } }) => ({
    options: { json: { api, environment: 'staging' } },
  }),
  'POST /promotions': async (org) => ({ known: { api: (await signed(org)).api } }),
  'POST /exceptions/{id}/revoke': async (org, { byCollection: { exceptions } }) => {
    must(await org.sue.api.post(`/exceptions/${exceptions}/approve`, { json: {} }), 200);
    return {};
  },
  // A team with one that nobody has looked at gets no second.
  'POST /emergencies': async (org, { byCollection: { emergencies } }) => {
    const json = { outcome: 'justified', comment: 'Customers could not pay' };
    must(await org.sue.api.post(`/emergencies/${emergencies}/review`, { json }), 200);
    return {};
  },
  'POST /teams at the top': () => ({ known: { parent: undefined } }),
  'PATCH /teams/{slug}': () => ({ options: { json: { name: 'Other name' } } }),
  'PATCH /teams/{slug} to another parent': async (org) => ({
    at: { teams: await emptyTeam(org) },
    options: { json: { parent: org.b } },
  }),
  'DELETE /teams/{slug}': async (org) => ({ at: { teams: await emptyTeam(org) } }),
  'GET /tokens of everybody': () => ({ options: { query: { all: true } } }),
};

const judged = (state: string, more: Record<string, unknown> = {}): Wanted => ({
  options: { json: { state, reason: 'Seen in the gateway', ...more } },
});

function newApi() {
  const slug = randomSlug('api');
  return { slug, name: slug, kind: 'rest', lifecycle: 'production', ...LOW };
}

async function nobodys(org: Organisation): Promise<{ at: { apis: string } }> {
  return { at: { apis: must(await org.dev.api.post('/apis', { json: newApi() }), 201).slug } };
}

async function offered(org: Organisation): Promise<Wanted> {
  const { at } = await nobodys(org);
  must(await org.dev.api.post(`/apis/${at.apis}/ownership`, { json: { team: org.a } }), 200);
  return { at };
}

async function draft(org: Organisation): Promise<Wanted> {
  const review = await requestReview(org.dev, await ownedApi(org));
  await answerAll(org.dev, review);
  return { at: { reviews: review.id } };
}

async function waitingForBoth(org: Organisation): Promise<Wanted> {
  return { at: { reviews: (await submittedReview(org, await ownedApi(org, HIGH))).id } };
}

async function signed(org: Organisation): Promise<{ api: string; review: string }> {
  const api = await ownedApi(org);
  return { api, review: (await signedReview(org, api)).id };
}

/** Below the root, with the people of team A in their roles there. */
async function emptyTeam(org: Organisation): Promise<string> {
  const slug = randomSlug('c');
  must(await org.admin.api.post('/teams', { json: { slug, name: 'Team c', parent: org.root } }), 201);
  const roles = {
    [org.mona.email]: 'manager',
    [org.alex.email]: 'approver',
    [org.dora.email]: 'member',
    [org.dev.email]: 'member',
  };
  for (const [email, role] of Object.entries(roles))
    must(await org.admin.api.put(`/teams/${slug}/members/${email}`, { json: { role } }), 201);
  return slug;
}
