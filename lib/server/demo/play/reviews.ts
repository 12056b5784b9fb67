import { newId } from '#db/new-id.ts';
import { writtenAnswer } from '#db/demo/evidence.ts';
import { prefillAnswers } from '#lib/domain/checklist/prefill.ts';
import { tailorChecklist } from '#lib/domain/checklist/tailor.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { requiredRoles } from '#lib/domain/policy/required-roles.ts';
import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewActionFacts } from '#lib/domain/review/actions.ts';
import { mayApprove } from '#lib/domain/review/approve.ts';
import type { ReviewAction } from '#lib/domain/review/dto.ts';
import { nextState, stateAfterApproval } from '#lib/domain/review/transitions.ts';
import type { ReviewState } from '#lib/domain/words.ts';
import type { Actor } from '../../context.ts';
import { recordDigest } from '../../gate/attest.ts';
import { actorIn, insist, placeIn, record } from '../actors.ts';
import { ownerFacts, reviewFacts, securityPeople } from '../gate-facts.ts';
import type { Play } from '../play-event.ts';
import { apiIn, environmentIn, reviewIn } from '../world.ts';
import type { ReviewItemRow, World, WorldApi, WorldReview } from '../world.ts';

function actionFacts(world: World, api: WorldApi, review: WorldReview, actor: Actor): ReviewActionFacts {
  const newest = api.revisions.at(-1)?.row;
  const around = api.reviews.filter((other) => other.row.environment === review.row.environment);
  return {
    actor: actor.standing,
    place: placeIn(world, api),
    review: reviewFacts(world, api, review),
    owner: ownerFacts(world, api),
    required: requiredRoles(world.policy.tiers[api.row.tier]),
    security: securityPeople(world),
    newestRevision: newest
      ? { materialDigest: newest.materialDigest, uploadedAt: newest.uploadedAt.getTime() }
      : null,
    reviews: around.map((other) => ({ state: other.row.state, createdAt: other.row.createdAt.getTime() })),
    checklist: { id: world.checklist.id, version: world.checklist.version },
  };
}

function stepFrom(state: ReviewState, action: ReviewAction): ReviewState {
  const next = nextState(state, action);
  if (typeof next !== 'string') throw new Error(next.message);
  return next;
}

function itemsFor(world: World, api: WorldApi, reviewId: string): ReviewItemRow[] {
  const newest = api.revisions.at(-1);
  if (!newest) throw new Error(`${api.row.slug} has nothing to review`);
  const { analysis } = newest;
  const { tier, kind, protections } = api.row;
  const items = tailorChecklist(world.checklist, { tier, kind, features: analysis.features });
  const prefilled = prefillAnswers(items, { ...analysis, findings: analysis.scan.findings, protections });
  return items.map(({ key, question }, position) => ({
    reviewId,
    key,
    position,
    question,
    answer: prefilled[key]?.answer ?? null,
    evidence: prefilled[key]?.evidence ?? null,
    prefilled: prefilled[key] !== undefined,
    answeredBy: null,
    answeredAt: null,
  }));
}

export const requestReview: Play<'review.requested'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  insist(overApi('requestReview', actor.standing, placeIn(world, api)), `request a review of ${event.api}`);
  const revision = api.revisions.at(-1)?.row;
  if (!revision || actor.id === null) throw new Error(`${event.api} has nothing to review`);
  const { slug: environment } = environmentIn(world, event.environment);
  const id = newId(now.getTime());
  world.refs.set(event.review, id);
  api.reviews.push({
    row: {
      id,
      apiId: api.row.id,
      environment,
      revisionId: revision.id,
      materialDigest: revision.materialDigest,
      termId: api.row.ownerTermId,
      teamId: api.row.ownerTeamId,
      checklistId: world.checklist.id,
      checklistVersion: world.checklist.version,
      state: 'draft',
      requestedBy: actor.id,
      createdAt: now,
      submittedAt: null,
      decidedAt: null,
      dueAt: null,
      version: 1,
    },
    items: itemsFor(world, api, id),
    signOffs: [],
  });
  record(world, actor, now, {
    action: 'review.requested',
    subjects: [event.api, id, environment],
    data: { revision: revision.id, materialDigest: revision.materialDigest },
  });
};

export const answerReview: Play<'review.answered'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  insist(mayAct('answer', actionFacts(world, api, review, actor)), `answer ${event.review}`);
  const open = review.items.filter((item) => item.answer === null);
  for (const item of open.slice(0, Math.ceil(open.length * event.share))) {
    const { answer, evidence } = writtenAnswer(api.row.slug, item.key);
    Object.assign(item, { answer, evidence, answeredBy: actor.id, answeredAt: now });
    record(world, actor, now, {
      action: 'review.answered',
      subjects: [api.row.slug, review.row.id, item.key],
      data: { before: null, after: answer },
    });
  }
  review.row.version += 1;
};

function remark(
  world: World,
  review: WorldReview,
  actor: Actor,
  step: string,
  text: string,
  now: Date,
): void {
  if (text === '' || actor.id === null) return;
  const id = newId(now.getTime());
  world.comments.push({ id, reviewId: review.row.id, authorId: actor.id, step, text, createdAt: now });
}

/** A step that only needs to be allowed and moves the review on. */
function step(
  world: World,
  event: { actor: string; review: string; text: string },
  { action, name, change }: { action: ReviewAction; name: string; change: Partial<WorldReview['row']> },
  now: Date,
): void {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  insist(mayAct(action, actionFacts(world, api, review, actor)), `${action} ${event.review}`);
  const before = review.row.state;
  const state = stepFrom(before, action);
  Object.assign(review.row, change, { state, version: review.row.version + 1 });
  remark(world, review, actor, action, event.text, now);
  record(world, actor, now, {
    action: name,
    subjects: [api.row.slug, review.row.id],
    data: { before, after: state, comment: event.text || null },
  });
}

export const submitReview: Play<'review.submitted'> = (world, event, now) =>
  step(world, event, { action: 'submit', name: 'review.submitted', change: { submittedAt: now } }, now);

export const withdrawReview: Play<'review.withdrawn'> = (world, event, now) =>
  step(world, event, { action: 'withdraw', name: 'review.withdrawn', change: { decidedAt: now } }, now);

export const rejectReview: Play<'review.rejected'> = (world, event, now) =>
  step(world, event, { action: 'reject', name: 'review.rejected', change: { decidedAt: now } }, now);

export const askForChanges: Play<'review.changes-requested'> = (world, event, now) =>
  step(
    world,
    event,
    { action: 'request-changes', name: 'review.changes-requested', change: { decidedAt: now } },
    now,
  );

export const commentReview: Play<'review.commented'> = (world, event, now) =>
  step(world, event, { action: 'comment', name: 'review.commented', change: {} }, now);

export const approveReview: Play<'review.approved'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  const facts = actionFacts(world, api, review, actor);
  const verdict = mayApprove(facts);
  if ('code' in verdict) throw new Error(`approve ${event.review}: ${verdict.code}: ${verdict.message}`);
  const { row, items, signOffs } = review;
  if (actor.id === null || row.termId === null || row.teamId === null)
    throw new Error(`nobody can sign ${event.review}`);
  signOffs.push({
    id: newId(now.getTime()),
    reviewId: row.id,
    apiId: row.apiId,
    environment: row.environment,
    materialDigest: row.materialDigest,
    role: verdict.role,
    personId: actor.id,
    checklistId: row.checklistId,
    checklistVersion: row.checklistVersion,
    answersHash: recordDigest(items.map(({ key, answer, evidence }) => ({ key, answer, evidence }))),
    termId: row.termId,
    teamId: row.teamId,
    at: now,
    expiresAt: new Date(now.getTime() + world.policy.tiers[api.row.tier].signOffDays * DAY),
    revokedAt: null,
    revokedBy: null,
    revokedReason: null,
  });
  const state = stateAfterApproval(
    facts.required,
    signOffs.map((signOff) => signOff.role),
  );
  Object.assign(row, { state, version: row.version + 1 }, state === 'approved' ? { decidedAt: now } : {});
  remark(world, review, actor, 'approve', event.text, now);
  record(world, actor, now, {
    action: 'review.approved',
    subjects: [api.row.slug, row.id],
    data: { role: verdict.role, state, materialDigest: row.materialDigest, comment: event.text || null },
  });
};

export const revokeSignOff: Play<'sign-off.revoked'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  insist(overApi('revoke-sign-off', actor.standing, placeIn(world, api)), `revoke ${event.review}`);
  for (const signOff of review.signOffs) {
    Object.assign(signOff, { revokedAt: now, revokedBy: event.actor, revokedReason: event.text });
  }
  record(world, actor, now, {
    action: 'sign-off.revoked',
    subjects: [api.row.slug, review.row.id],
    data: { reason: event.text },
  });
};
