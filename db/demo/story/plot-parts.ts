import { REMARKS } from '../remarks.ts';
import { attest, deployUngated, found, release, uploadReviewed } from './chapters.ts';
import { approvalDays, review } from './review-chapter.ts';
import type { ReviewChapter } from './review-chapter.ts';
import type { Scene } from './scene.ts';
import type { ExceptionTarget, Ref } from './story-event.ts';

/** Founded, described and, in half of the cases, once refused at the gate. Returns the day of acceptance. */
export function owned(scene: Scene, daysAgo: number, lastUpload: number): number {
  const accepted = found(scene, daysAgo);
  uploadReviewed(scene, accepted - 1, lastUpload);
  attest(scene, accepted);
  if (scene.chance.chance(0.5) && lastUpload > 8) release(scene, lastUpload - 1.3);
  return accepted;
}

export interface Approved {
  /** Days since the API was registered, and since the last approval. */
  age: number;
  last: number;
  environments?: string[];
  meanwhile?: ReviewChapter['meanwhile'];
}

/** Owned and approved through the year. Returns the reference of the last review for production. */
export function approved(scene: Scene, { age, last, meanwhile }: Approved): Ref {
  const { chance } = scene;
  const from = Math.max(age, last + 16);
  const accepted = found(scene, from);
  const days = approvalDays(scene, accepted, last);
  uploadReviewed(scene, accepted - 1, last + 6.3, [...days, (days[0] ?? last) + 7]);
  attest(scene, accepted);
  if (chance.chance(0.6)) release(scene, accepted - 1.5);
  // A few teams have staging signed as well, a little before the first review for production.
  const first = days[0] ?? last;
  if (chance.chance(0.3) && accepted - first > 16)
    review(scene, { daysAgo: first + 7, end: 'approved', environment: 'staging' });
  let ref = '';
  for (const [index, day] of days.entries()) {
    const isLast = index === days.length - 1;
    ref = review(scene, { daysAgo: day, end: 'approved', ...(isLast && meanwhile ? { meanwhile } : {}) });
    releasesBetween(scene, day - 1.1, days[index + 1] ?? 0);
  }
  return ref;
}

/** A release soon after the approval, and some more until the next one. */
function releasesBetween(scene: Scene, from: number, until: number): void {
  const { chance } = scene;
  for (let day = from; day > until + 0.5; day -= chance.integer(13, 38)) release(scene, Math.max(day, 0.2));
  if (chance.chance(0.06) && from - 5 > until) deployUngated(scene, from - 4);
}

/** Accepted risks: proposed by the team, decided by security or not yet. */
export function exceptions(
  scene: Scene,
  daysAgo: number,
  { days, isDecided }: { days: number; isDecided: boolean },
): void {
  const { api, cast, chance, tell, nextRef, security, exceptionDays } = scene;
  const targets: ExceptionTarget[] = ['blocking findings', 'unmet items'];
  for (const target of targets) {
    const exception = nextRef('exception');
    const text = chance.pick(REMARKS.exception);
    const span = Math.min(days, exceptionDays);
    tell(daysAgo, cast.developer, {
      kind: 'exception.proposed',
      exception,
      api: api.slug,
      environment: 'production',
      target,
      text,
      days: span,
    });
    if (!isDecided) continue;
    tell(daysAgo - 0.8, security, {
      kind: 'exception.approved',
      exception,
      text: chance.pick(REMARKS.exceptionApproved),
    });
  }
}
