import { REMARKS } from '../remarks.ts';
import type { Scene } from './scene.ts';
import type { Ref } from './story-event.ts';

export interface ReviewChapter {
  /** Day of the last step. */
  daysAgo: number;
  end: 'draft' | 'submitted' | 'owner-signed' | 'approved' | 'changes-requested' | 'rejected' | 'withdrawn';
  environment?: string;
  /** What happens between submission and decision, for example an exception. */
  meanwhile?: (daysAgo: number) => void;
}

/** One review, from the request to its last step so far. */
export function review(
  scene: Scene,
  { daysAgo, end, environment = 'production', meanwhile }: ReviewChapter,
): Ref {
  const { api, cast, chance, tell } = scene;
  const ref = scene.nextRef('review');
  tell(daysAgo + 5.4, cast.developer, { kind: 'review.requested', api: api.slug, environment, review: ref });
  const share = end === 'draft' ? chance.integer(3, 8) / 10 : 1;
  tell(daysAgo + 4.5, cast.developer, { kind: 'review.answered', review: ref, share });
  if (end === 'draft') return ref;
  if (end === 'withdrawn') {
    const text = chance.pick(REMARKS.withdrawn);
    tell(daysAgo, cast.developer, { kind: 'review.withdrawn', review: ref, text });
    return ref;
  }
  tell(daysAgo + 4.2, cast.developer, {
    kind: 'review.submitted',
    review: ref,
    text: chance.pick(REMARKS.submitted),
  });
  meanwhile?.(daysAgo + 3.8);
  if (chance.chance(0.4)) discuss(scene, ref, daysAgo + 3);
  if (end !== 'submitted') decide(scene, ref, daysAgo, end);
  return ref;
}

/** A question of a reviewer and the team's reply. */
function discuss({ cast, chance, tell, security }: Scene, ref: Ref, daysAgo: number): void {
  const turn = chance.integer(0, REMARKS.question.length - 1);
  const asks = chance.chance(0.5) ? security : cast.approver;
  tell(daysAgo, asks, { kind: 'review.commented', review: ref, text: REMARKS.question[turn] ?? '' });
  tell(daysAgo - 0.7, cast.developer, {
    kind: 'review.commented',
    review: ref,
    text: REMARKS.reply[turn] ?? '',
  });
}

function decide(
  scene: Scene,
  ref: Ref,
  daysAgo: number,
  end: Exclude<ReviewChapter['end'], 'draft' | 'submitted' | 'withdrawn'>,
): void {
  const { cast, chance, tell, security, needsSecurity } = scene;
  const owner = chance.chance(0.7) ? cast.approver : cast.manager;
  const judge = needsSecurity && chance.chance(0.6) ? security : owner;
  if (end === 'changes-requested') {
    tell(daysAgo, judge, {
      kind: 'review.changes-requested',
      review: ref,
      text: chance.pick(REMARKS.changesRequested),
    });
    return;
  }
  if (end === 'rejected') {
    tell(daysAgo, judge, { kind: 'review.rejected', review: ref, text: chance.pick(REMARKS.rejected) });
    return;
  }
  const isLast = end === 'owner-signed' || !needsSecurity;
  tell(isLast ? daysAgo : daysAgo + 0.4, owner, {
    kind: 'review.approved',
    review: ref,
    text: chance.pick(REMARKS.approved),
  });
  if (!isLast)
    tell(daysAgo, security, { kind: 'review.approved', review: ref, text: chance.pick(REMARKS.approved) });
}

/** Days on which an API was approved, the last time on the given day, so often that its sign-off rarely lapsed. */
export function approvalDays({ signOffDays, chance }: Scene, from: number, last: number): number[] {
  const days = [last];
  for (
    let day = last + signOffDays - chance.integer(2, 9);
    day < from - 14 && days.length < 4;
    day += signOffDays - 5
  ) {
    days.unshift(day);
  }
  return days;
}
