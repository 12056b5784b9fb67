import { expect } from 'vitest';
import type { ApiAnswer } from './api-client.ts';
import { sampleDescription } from './sample-description.ts';
import { randomSlug, useTestWorld } from './test-world.ts';
import type { TestPerson, TestWorld } from './test-world.ts';

const MEMBERS = {
  root: { paul: 'manager' },
  a: { mona: 'manager', anna: 'approver', alex: 'approver', dev: 'member', dora: 'member' },
  b: { olga: 'manager', oscar: 'approver' },
} as const;
const ROLES = {
  admin: 'admin',
  sam: 'security',
  sue: 'security',
  auditor: 'auditor',
  nina: 'member',
} as const;

type Name =
  | { [Team in keyof typeof MEMBERS]: keyof (typeof MEMBERS)[Team] }[keyof typeof MEMBERS]
  | keyof typeof ROLES;

/** Team A (Mona manages, Anna and Alex approve, Dev and Dora are members) and team B (Olga, Oscar) below a root that Paul manages. */
export interface Organisation extends Record<Name, TestPerson> {
  root: string;
  a: string;
  b: string;
}

export const LOW = { exposure: 'internal', dataClass: 'public', criticality: 'low' } as const;
/** Two sign-offs are needed. */
export const HIGH = { exposure: 'public', dataClass: 'confidential', criticality: 'low' } as const;

export interface ReviewWorld extends TestWorld {
  organisation: () => Promise<Organisation>;
}

export function useReviewWorld(): ReviewWorld {
  const world = useTestWorld();
  return Object.assign(world, { organisation: () => makeOrganisation(world) });
}

async function makeOrganisation(world: TestWorld): Promise<Organisation> {
  const names = {
    ...ROLES,
    ...Object.fromEntries(
      Object.values(MEMBERS).flatMap((team) => Object.keys(team).map((name) => [name, 'member'])),
    ),
  };
  const people = {} as Record<string, TestPerson>;
  for (const [name, role] of Object.entries(names)) people[name] = await world.person(name, role as 'member');
  const { admin } = people;
  const teams = { root: randomSlug('root'), a: randomSlug('a'), b: randomSlug('b') };
  for (const [key, slug] of Object.entries(teams)) {
    const parent = key === 'root' ? undefined : teams.root;
    must(await admin!.api.post('/teams', { json: { slug, name: `Team ${key}`, parent } }), 201);
    for (const [name, role] of Object.entries(MEMBERS[key as keyof typeof MEMBERS])) {
      must(await admin!.api.put(`/teams/${slug}/members/${people[name]!.email}`, { json: { role } }), 201);
    }
  }
  return { ...(people as Record<Name, TestPerson>), ...teams };
}

/** What an answer says, where any other status means that the test cannot go on. */
export function must({ status, text, json }: ApiAnswer, expected: number): ApiAnswer['json'] {
  expect({ status, text }).toMatchObject({ status: expected });
  return json;
}

/** An API that team A owns, with a description that Dev uploaded. */
export async function ownedApi(
  org: Organisation,
  fields: Record<string, unknown> = {},
  description = sampleDescription(),
): Promise<string> {
  const slug = randomSlug('api');
  const json = { slug, name: slug, kind: 'rest', lifecycle: 'production', ...LOW, team: org.a, ...fields };
  must(await org.mona.api.post('/apis', { json }), 201);
  await upload(org.dev, slug, description);
  return slug;
}

export async function upload(
  person: TestPerson,
  api: string,
  description: string,
): Promise<ApiAnswer['json']> {
  return must(
    await person.api.post(`/apis/${api}/revisions`, { body: description, type: 'application/json' }),
    201,
  );
}

/** Uploads a description that the API had before, so that it is the newest again. */
export async function bringBack(
  person: TestPerson,
  api: string,
  description: string,
): Promise<ApiAnswer['json']> {
  return must(
    await person.api.post(`/apis/${api}/revisions`, { body: description, type: 'application/json' }),
    200,
  );
}

export async function requestReview(
  person: TestPerson,
  api: string,
  json: Record<string, unknown> = {},
): Promise<ApiAnswer['json']> {
  return must(
    await person.api.post(`/apis/${api}/reviews`, { json: { environment: 'production', ...json } }),
    201,
  );
}

export const answer = (
  person: TestPerson,
  id: string,
  key: string,
  given: string,
  evidence = 'Seen in the pipeline',
) => person.api.patch(`/reviews/${id}/items/${key}`, { json: { answer: given, evidence } });

/** Answers what is open, and what is named differently, with yes. */
export async function answerAll(
  person: TestPerson,
  review: ApiAnswer['json'],
  answers: Record<string, string> = {},
): Promise<void> {
  for (const item of review.items) {
    const given = answers[item.key] ?? 'yes';
    if (item.answer !== given) must(await answer(person, review.id, item.key, given), 200);
  }
}

export const act = (person: TestPerson, id: string, verb: string, json: Record<string, unknown> = {}) =>
  person.api.post(`/reviews/${id}/${verb}`, { json });

export interface Hands {
  requester?: TestPerson;
  answerer?: TestPerson;
  answers?: Record<string, string>;
  environment?: string;
}

/** Requested, answered and submitted, by Dev unless others are named. */
export async function submittedReview(
  org: Organisation,
  api: string,
  hands: Hands = {},
): Promise<ApiAnswer['json']> {
  const { requester = org.dev, answerer = requester, answers, environment = 'production' } = hands;
  const review = await requestReview(requester, api, { environment });
  await answerAll(answerer, review, answers);
  return must(await act(requester, review.id, 'submit'), 200);
}

/** The whole way to a sign-off by Anna, and where the tier asks for it by Sam. */
export async function signedReview(
  org: Organisation,
  api: string,
  hands: Hands = {},
): Promise<ApiAnswer['json']> {
  const review = await submittedReview(org, api, hands);
  let last = must(await act(org.anna, review.id, 'approve'), 200);
  if (last.state === 'open') last = must(await act(org.sam, review.id, 'approve'), 200);
  return last;
}

export async function gate(
  person: TestPerson,
  api: string,
  environment = 'production',
): Promise<{ outcome: string; codes: string[] }> {
  const decision = must(await person.api.get('/gate', { query: { api, environment } }), 200);
  return {
    outcome: decision.outcome,
    codes: decision.reasons.map((reason: { code: string }) => reason.code),
  };
}
