import { newId } from '#db/new-id.ts';
import { writtenAnswer } from '#db/demo/evidence.ts';
import { prefillAnswers } from '#lib/domain/checklist/prefill.ts';
import { tailorChecklist } from '#lib/domain/checklist/tailor.ts';
import { overApi } from '#lib/domain/ownership/rights.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { requiredRoles } from '#lib/domain/policy/required-roles.ts';
import { mayAct } from '#lib/domain/review/actions.ts';
import type { ReviewActionFacts } from '#lib/domain/review/actions.ts';
import { standingApprovals } from '#lib/domain/review/approvals.ts';
import { mayApprove } from '#lib/domain/review/approve.ts';
import type { ReviewAction } from '#lib/domain/review/dto.ts';
import { reviewDueAt } from '#lib/domain/review/due.ts';
import { mayRevoke } from '#lib/domain/review/revoke.ts';
import { nextState, stateAfterApproval } from '#lib/domain/review/transitions.ts';
import type { ReviewState } from '#lib/domain/words.ts';
import type { Actor } from '../../context.ts';
import { recordDigest } from '../../gate/attest.ts';
import { actorIn, insist, placeIn, record } from '../actors.ts';
import { ownerFacts, reviewFacts, securityPeople } from '../gate-facts.ts';
import type { Play } from './play.ts';
import { apiIn, emailOf, environmentIn, reviewIn, teamById } from '../world.ts';
import type { ReviewItemRow, SignOffRow, World, WorldApi, WorldReview } from '../world.ts';

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
      dueAt: reviewDueAt(api.row.tier, now),
      version: 1,
    },
    items: itemsFor(world, api, id),
    signOffs: [],
  });
  record(world, actor, now, {
    action: 'review.requested',
    subjects: [id, event.api, environment],
    data: {
      revision: revision.id,
      materialDigest: revision.materialDigest,
      team: teamById(world, api.row.ownerTeamId)?.slug ?? null,
    },
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
      subjects: [review.row.id, api.row.slug, item.key],
      data: { before: { answer: null, evidence: null }, after: { answer, evidence } },
    });
    review.row.version += 1;
  }
};

function remark(
  world: World,
  review: WorldReview,
  actor: Actor,
  step: string,
  text: string,
  now: Date,
): string | null {
  if (text === '' || actor.id === null) return null;
  const id = newId(now.getTime());
  world.comments.push({ id, reviewId: review.row.id, authorId: actor.id, step, text, createdAt: now });
  return id;
}

/** Whatever stands on the review is revoked. */
function revoke(world: World, { signOffs }: WorldReview, actor: Actor, reason: string, now: Date) {
  const standing = signOffs.filter((signOff) => signOff.revokedAt === null);
  for (const signOff of standing) {
    Object.assign(signOff, { revokedAt: now, revokedBy: actor.standing.name, revokedReason: reason });
  }
  return standing.map(({ role, personId }) => ({ role, by: emailOf(world, personId) ?? '' }));
}

interface Step {
  action: ReviewAction;
  name: string;
  /** Why a sign-off given so far falls with this step. */
  revokes?: string;
}

/** A step that moves the review on without signing it. */
function step(
  world: World,
  event: { actor: string; review: string; text: string },
  taken: Step,
  now: Date,
): void {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  insist(mayAct(taken.action, actionFacts(world, api, review, actor)), `${taken.action} ${event.review}`);
  const before = review.row.state;
  const state = stepFrom(before, taken.action);
  const instants =
    taken.action === 'submit'
      ? { submittedAt: now, decidedAt: null, dueAt: reviewDueAt(api.row.tier, now) }
      : { decidedAt: now };
  Object.assign(review.row, instants, { state, version: review.row.version + 1 });
  const revoked = taken.revokes ? revoke(world, review, actor, taken.revokes, now) : [];
  remark(world, review, actor, taken.action, event.text, now);
  record(world, actor, now, {
    action: taken.name,
    subjects: [review.row.id, api.row.slug],
    data: { before, after: state, comment: event.text || null, ...(revoked.length > 0 ? { revoked } : {}) },
  });
}

export const submitReview: Play<'review.submitted'> = (world, event, now) =>
  step(world, event, { action: 'submit', name: 'review.submitted' }, now);

export const withdrawReview: Play<'review.withdrawn'> = (world, event, now) =>
  step(
    world,
    event,
    { action: 'withdraw', name: 'review.withdrawn', revokes: 'The review was withdrawn.' },
    now,
  );

export const rejectReview: Play<'review.rejected'> = (world, event, now) =>
  step(world, event, { action: 'reject', name: 'review.rejected', revokes: 'The review was rejected.' }, now);

export const askForChanges: Play<'review.changes-requested'> = (world, event, now) => {
  const revokes = 'Changes were asked for.';
  step(world, event, { action: 'request-changes', name: 'review.changes-requested', revokes }, now);
};

export const commentReview: Play<'review.commented'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  insist(mayAct('comment', actionFacts(world, api, review, actor)), `comment ${event.review}`);
  const comment = remark(world, review, actor, 'comment', event.text, now);
  record(world, actor, now, {
    action: 'review.commented',
    subjects: [review.row.id, api.row.slug],
    data: { comment, text: event.text },
  });
};

export const approveReview: Play<'review.approved'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  const facts = actionFacts(world, api, review, actor);
  const verdict = mayApprove(facts);
  if ('code' in verdict) throw new Error(`approve ${event.review}: ${verdict.code}: ${verdict.message}`);
  const { row, items, signOffs } = review;
  if (actor.id === null || row.termId === null || row.teamId === null)
    throw new Error(`nobody can sign ${event.review}`);
  const signOff: SignOffRow = {
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
  };
  signOffs.push(signOff);
  const given = standingApprovals(facts.review).map((approval) => approval.role);
  const state = stateAfterApproval(facts.required, [...given, verdict.role]);
  Object.assign(row, { state, version: row.version + 1 }, state === 'approved' ? { decidedAt: now } : {});
  remark(world, review, actor, 'approve', event.text, now);
  record(world, actor, now, {
    action: 'review.approved',
    subjects: [row.id, api.row.slug, signOff.id],
    data: {
      role: verdict.role,
      state,
      materialDigest: row.materialDigest,
      answersHash: signOff.answersHash,
      checklistVersion: row.checklistVersion,
      team: teamById(world, row.teamId)?.slug ?? null,
      expiresAt: signOff.expiresAt,
      comment: event.text || null,
    },
  });
};

export const revokeSignOff: Play<'sign-off.revoked'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const { api, review } = reviewIn(world, event.review);
  const standing = review.signOffs.filter((signOff) => signOff.revokedAt === null).length;
  insist(mayRevoke(actor.standing, placeIn(world, api), standing), `revoke ${event.review}`);
  const revoked = revoke(world, review, actor, event.text, now);
  review.row.version += 1;
  record(world, actor, now, {
    action: 'signoff.revoked',
    subjects: [review.row.id, api.row.slug, ...revoked.map(({ by }) => by)],
    data: { revoked, reason: event.text },
  });
};
