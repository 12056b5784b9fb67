import { REMARKS } from '../remarks.ts';
import { chainOf } from '../organisation.ts';
import type { Scene } from './scene.ts';

const ATTEST_EVERY = 150;

/** Registers the API and has its team accept it within days; returns the day of acceptance. */
export function found(scene: Scene, daysAgo: number): number {
  const { api, cast, chance, tell } = scene;
  const register = (actor: string, team: string | null) =>
    tell(daysAgo, actor, { kind: 'api.registered', api: api.slug, team, lifecycle: firstLifecycle(scene) });
  const way = chance.pick(['manager', 'member', 'member', 'unowned'] as const);
  if (way === 'manager') {
    register(cast.manager, cast.team);
    return daysAgo;
  }
  const acceptedOn = daysAgo - chance.integer(1, 4) - 0.1;
  if (way === 'member') register(cast.developer, cast.team);
  else {
    register(cast.developer, null);
    const actor = chance.pick([cast.above, cast.developer, scene.security]);
    const note = chance.pick(REMARKS.offered);
    tell(daysAgo - 0.6, actor, { kind: 'ownership.offered', api: api.slug, team: cast.team, note });
    // Who manages the team or stands above it needs one step only, and then there is nothing left to accept.
    if (actor === cast.above) return daysAgo - 0.6;
  }
  tell(acceptedOn, cast.manager, { kind: 'ownership.accepted', api: api.slug });
  return acceptedOn;
}

const firstLifecycle = ({ api }: Scene) => (api.lifecycle === 'deprecated' ? 'production' : api.lifecycle);

/** Confirms the ownership as often as the policy asks, until today. */
export function attest(scene: Scene, acceptedOn: number): void {
  for (let day = acceptedOn - ATTEST_EVERY; day > 0; day -= ATTEST_EVERY) {
    scene.tell(day, scene.cast.manager, { kind: 'ownership.attested', api: scene.api.slug });
  }
}

/** Uploads a revision, by hand or from a pipeline. */
export function upload(scene: Scene, daysAgo: number, number: number): void {
  const { api, cast, chance, tell, plan } = scene;
  if (number > plan.blueprints.length) return;
  const isByHand = number === 1 || chance.chance(0.6);
  const actor = isByHand ? cast.developer : pipelineOf(scene);
  tell(daysAgo, actor, { kind: 'revision.uploaded', api: api.slug, number });
}

/** From the request of a review to its decision nobody uploads: it would be overtaken. */
const REVIEW_DAYS = 6;

/** Uploads the revisions that were there before the last review, spread between two days, none during a review. */
export function uploadReviewed(
  scene: Scene,
  from: number,
  to: number,
  reviewDays: readonly number[] = [],
): void {
  const { reviewed } = scene.plan;
  for (let number = 1; number <= reviewed; number += 1) {
    const share = reviewed === 1 ? 0 : (number - 1) / (reviewed - 1);
    const day = from - (from - to) * share;
    const busy = reviewDays.find((review) => day > review - 1 && day < review + REVIEW_DAYS);
    upload(scene, busy === undefined ? day : busy + REVIEW_DAYS + 0.2 + (reviewed - number) / 10, number);
  }
}

/** One service account for each division; the acquired company has its own. */
export const pipelineOf = ({ api }: Scene) => `ci-${chainOf(api.team).at(-2)?.slug ?? api.team}`;

/** Asks the gate from a pipeline, first for staging, then for production. */
export function release(scene: Scene, daysAgo: number): void {
  const { api, tell } = scene;
  const actor = pipelineOf(scene);
  tell(daysAgo + 0.3, actor, { kind: 'release.tried', api: api.slug, environment: 'staging' });
  tell(daysAgo, actor, { kind: 'release.tried', api: api.slug, environment: 'production' });
}

/** Deployed by hand, seen by the cluster. */
export function deployUngated(scene: Scene, daysAgo: number): void {
  const { api, tell } = scene;
  tell(daysAgo, 'cluster-production', {
    kind: 'deployment.observed',
    api: api.slug,
    environment: 'production',
  });
}
