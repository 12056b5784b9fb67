import type { Fate } from '../fates.ts';
import { REMARKS } from '../remarks.ts';
import { castOf, securityReviewer } from './cast.ts';
import { deployUngated, found, pipelineOf, release, upload, uploadReviewed } from './chapters.ts';
import { approved, exceptions, owned } from './plot-parts.ts';
import { review } from './review-chapter.ts';
import type { ReviewChapter } from './review-chapter.ts';
import type { Scene } from './scene.ts';

/** To whom the handed-over APIs went. */
const NEW_OWNERS: Record<string, string> = {
  'sanctions-screening': 'merchant-onboarding',
  'proof-of-delivery': 'tracking',
  'push-registration': 'accounts',
  fleet: 'last-mile',
};

function unowned(scene: Scene): void {
  const { api, cast, chance, tell } = scene;
  const age = chance.integer(120, 350);
  tell(age, cast.developer, { kind: 'api.registered', api: api.slug, team: null, lifecycle: 'production' });
  uploadReviewed(scene, age - 2, age / 3);
  if (chance.chance(0.5)) deployUngated(scene, age / 2);
  deployUngated(scene, chance.integer(8, 40));
  release(scene, chance.integer(3, 7));
  if (!chance.chance(0.35)) return;
  const day = age / 2 - 3;
  tell(day, scene.security, {
    kind: 'ownership.offered',
    api: api.slug,
    team: cast.team,
    note: chance.pick(REMARKS.offered),
  });
  tell(day - 2, cast.manager, {
    kind: 'ownership.declined',
    api: api.slug,
    note: chance.pick(REMARKS.declined),
  });
}

function offered(scene: Scene): void {
  const { api, cast, chance, tell } = scene;
  const age = chance.integer(30, 200);
  const offeredOn = chance.integer(2, 25);
  tell(age, cast.developer, { kind: 'api.registered', api: api.slug, team: null, lifecycle: 'production' });
  uploadReviewed(scene, age - 1, Math.min(age - 2, 12));
  if (chance.chance(0.5)) deployUngated(scene, age / 2);
  tell(offeredOn, chance.pick([cast.developer, scene.security]), {
    kind: 'ownership.offered',
    api: api.slug,
    team: cast.team,
    note: chance.pick(REMARKS.offered),
  });
}

/** Its manager registered and signed everything, and has left since. */
function orphaned(scene: Scene): void {
  const { api, cast, chance, tell } = scene;
  const age = chance.integer(280, 330);
  tell(age, cast.manager, {
    kind: 'api.registered',
    api: api.slug,
    team: cast.team,
    lifecycle: 'production',
  });
  uploadReviewed(scene, age - 2, 220);
  review(scene, {
    daysAgo: chance.integer(180, 200),
    end: scene.needsSecurity ? 'owner-signed' : 'approved',
  });
  deployUngated(scene, chance.integer(20, 150));
  tell(chance.integer(100, 130), cast.manager, { kind: 'ownership.attested', api: api.slug });
}

function stale(scene: Scene): void {
  const accepted = found(scene, scene.chance.integer(215, 300));
  uploadReviewed(scene, accepted - 1, accepted - 10);
  const daysAgo = scene.chance.integer(60, 150);
  review(scene, { daysAgo, end: 'approved' });
  release(scene, daysAgo - 2);
}

const reviewed =
  (end: ReviewChapter['end'], youngest: number, oldest: number) =>
  (scene: Scene): void => {
    const daysAgo = scene.chance.integer(youngest * 10, oldest * 10) / 10;
    owned(scene, daysAgo + scene.chance.integer(20, 260), daysAgo + 6.5);
    review(scene, { daysAgo, end });
  };

/** Signed so many days ago that so many days are left. */
const signedWith =
  (daysLeft: (scene: Scene) => number) =>
  (scene: Scene): void => {
    const last = Math.max(scene.signOffDays - daysLeft(scene), 2);
    approved(scene, { age: scene.chance.integer(200, 355), last });
  };

function retired(scene: Scene): void {
  approved(scene, { age: 340, last: 70 });
  scene.tell(30, scene.cast.manager, { kind: 'api.changed', api: scene.api.slug, lifecycle: 'retired' });
}

function changedAfter(scene: Scene): void {
  const { signOffDays, chance, plan } = scene;
  const last = chance.integer(20, Math.min(signOffDays - 32, 80));
  approved(scene, { age: chance.integer(150, 350), last });
  for (let number = plan.reviewed + 1; number <= plan.blueprints.length; number += 1) {
    const day = chance.integer(15, 50) / 10;
    upload(scene, day, number);
    release(scene, day - 1.2);
  }
}

function handedOver(scene: Scene): void {
  const { api, cast, chance, tell, signOffDays } = scene;
  const team = NEW_OWNERS[api.slug];
  if (!team) throw new Error(`nobody takes ${api.slug} over`);
  approved(scene, { age: 320, last: Math.min(signOffDays - 40, 45) });
  const day = chance.integer(6, 20);
  tell(day, cast.manager, {
    kind: 'ownership.offered',
    api: api.slug,
    team,
    note: 'Moves with the people who know it.',
  });
  tell(day - 1.5, castOf(team).manager, { kind: 'ownership.accepted', api: api.slug });
  release(scene, day - 3.4);
}

function revoked(scene: Scene): void {
  const ref = approved(scene, { age: 230, last: 40 });
  scene.tell(9, scene.security, { kind: 'sign-off.revoked', review: ref, text: REMARKS.revoked });
  release(scene, 6);
}

function excepted(scene: Scene, last: number, days: number, isDecided = true): void {
  const meanwhile = (daysAgo: number) => exceptions(scene, daysAgo, { days, isDecided });
  approved(scene, { age: scene.chance.integer(120, 300), last, meanwhile });
}

function emergency(scene: Scene): void {
  const { api, cast, tell, nextRef } = scene;
  owned(scene, 260, 40);
  review(scene, { daysAgo: 14, end: 'changes-requested' });
  const [earlier, later] = [nextRef('emergency'), nextRef('emergency')];
  const open = (daysAgo: number, ref: string, incident: string) => {
    tell(daysAgo, cast.approver, {
      kind: 'emergency.opened',
      emergency: ref,
      api: api.slug,
      environment: 'production',
      text: REMARKS.emergency,
      incident,
    });
    tell(daysAgo - 0.05, pipelineOf(scene), {
      kind: 'release.tried',
      api: api.slug,
      environment: 'production',
    });
  };
  open(151.5, earlier, 'INC-2207');
  tell(149.5, securityReviewer(1), {
    kind: 'emergency.reviewed',
    emergency: earlier,
    text: REMARKS.emergencyJustified,
  });
  tell(3.55, pipelineOf(scene), { kind: 'release.tried', api: api.slug, environment: 'production' });
  open(3.5, later, 'INC-2391');
}

/** How each fate came about. */
export const PLOTS: Record<Fate, (scene: Scene) => void> = {
  unowned,
  offered,
  orphaned,
  stale,
  planned: (scene) => {
    scene.tell(20, scene.cast.manager, {
      kind: 'api.registered',
      api: scene.api.slug,
      team: scene.cast.team,
      lifecycle: 'design',
    });
  },
  retired,
  unreviewed: (scene) => {
    const age = scene.chance.integer(60, 320);
    owned(scene, age, scene.chance.integer(12, 50));
    if (scene.chance.chance(0.6)) deployUngated(scene, scene.chance.integer(5, 45));
    release(scene, scene.chance.integer(2, 6));
  },
  draft: reviewed('draft', 0.5, 5),
  'waits-for-owner': reviewed('submitted', 0.3, 14),
  'waits-for-security': reviewed('owner-signed', 0.4, 8),
  'changes-requested': reviewed('changes-requested', 1, 12),
  rejected: reviewed('rejected', 4, 60),
  withdrawn: reviewed('withdrawn', 5, 90),
  valid: (scene) => {
    const last = scene.chance.integer(3, scene.signOffDays - 33);
    approved(scene, { age: scene.chance.integer(150, 355), last: Math.min(last, 300) });
  },
  reworded: changedAfter,
  expiring: signedWith(({ api, chance }) => (api.slug === 'payouts' ? 12 : chance.integer(2, 27))),
  expired: signedWith(({ chance }) => -chance.integer(2, 40)),
  'void-by-change': changedAfter,
  'void-by-handover': handedOver,
  revoked,
  excepted: (scene) => excepted(scene, 12, 55),
  'exception-proposed': (scene) => excepted(scene, 2, 45, false),
  'exception-expired': (scene) => excepted(scene, 50, 28),
  emergency,
};
