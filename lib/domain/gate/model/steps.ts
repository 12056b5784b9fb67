import { emergencyEnd, mayOpenEmergency, mayReviewEmergency } from '../../emergencies/rules.ts';
import { endFault, mayDecideException, mayPropose } from '../../exceptions/rules.ts';
import type { Refusal } from '../../identity/refusal.ts';
import * as rights from '../../ownership/rights.ts';
import { DAY } from '../../policy/periods.ts';
import { mayAct } from '../../review/actions.ts';
import { standingApprovals } from '../../review/approvals.ts';
import { mayApprove, type SignableReview } from '../../review/approve.ts';
import type { ReviewAction } from '../../review/dto.ts';
import { nextState, stateAfterApproval } from '../../review/transitions.ts';
import { decide } from '../decide.ts';
import { ITEMS, type Attempt, type Entry, type Kind, type Name, type Of } from './history.ts';
import {
  checklistOf,
  factsOf,
  pathOf,
  placeOf,
  reviewFacts,
  standingOf,
  tierPolicyOf,
  type World,
} from './world.ts';

/** What came of an attempt; null when a rule of the product refused it. */
type Came = Omit<Entry, keyof Attempt> | null;
type Step<K extends Kind> = (world: World, attempt: Of<K>) => Came;

/** Tries something in the world, with the product's own rules. Nobody deactivated gets in at all. */
export function attemptIn(world: World, attempt: Attempt): Entry | null {
  world.now = attempt.at;
  if (!world.active.has(attempt.by)) return null;
  const step = STEPS[attempt.kind] as Step<Kind>;
  const came = step(world, attempt);
  return came && Object.assign({}, attempt, came);
}

/** The change, when nothing refuses it. */
function unless(refusal: Refusal | string | null, change: () => void): Came {
  if (refusal) return null;
  change();
  return {};
}

function startTerm(world: World, team: Of<'offer'>['team']) {
  world.owner = { team, term: `term-${world.now}`, confirmedAt: world.now };
  world.offered = null;
}

const offer: Step<'offer'> = (world, { by, team }) => {
  const standing = standingOf(world, by);
  if (rights.mayOffer(standing, placeOf(world)) || world.owner?.team === team) return null;
  const atOnce = rights.ownsAtOnce(standing, pathOf(team));
  if (atOnce) startTerm(world, team);
  else world.offered = team;
  return { atOnce };
};

const accept: Step<'accept'> = (world, { by }) =>
  unless(rights.mayAccept(standingOf(world, by), placeOf(world)), () => {
    if (world.offered) startTerm(world, world.offered);
  });

const request: Step<'request'> = (world, { at, by, review, environment }) => {
  const newest = world.revisions.at(-1);
  if (!newest || rights.mayRequestReview(standingOf(world, by), placeOf(world))) return null;
  world.reviews.set(review, {
    id: review,
    state: 'draft',
    environment,
    materialDigest: newest.material,
    term: world.owner?.term ?? '',
    requestedBy: by,
    createdAt: at,
    checklist: checklistOf(world),
    openedAt: at,
    decidedAt: null,
    answeredBy: [],
    uploadedBy: [],
    items: ITEMS.map((key) => ({ key, question: key, answer: null })),
    approvals: [],
  });
  return {};
};

/** A step of a review that only moves it on. */
function moves(action: Exclude<ReviewAction, 'approve' | 'answer' | 'comment'>) {
  return (world: World, { at, by, review: id }: { at: number; by: Name; review: string }): Came => {
    const review = world.reviews.get(id);
    if (!review || mayAct(action, reviewFacts(world, review, by))) return null;
    const state = nextState(review.state, action);
    if (typeof state !== 'string') return null;
    const openedAt = action === 'submit' ? at : review.openedAt;
    world.reviews.set(id, { ...review, state, openedAt, decidedAt: at });
    return {};
  };
}

const answer: Step<'answer'> = (world, { by, review: id, item, value }) => {
  const review = world.reviews.get(id);
  if (!review || mayAct('answer', reviewFacts(world, review, by))) return null;
  world.answerers.set(`${id} ${item}`, by);
  const answeredBy = ITEMS.flatMap((key) => world.answerers.get(`${id} ${key}`) ?? []);
  const items = review.items.map((one) => (one.key === item ? { ...one, answer: value } : one));
  world.reviews.set(id, { ...review, items, answeredBy });
  return {};
};

const approve: Step<'approve'> = (world, { at, by, review: id }) => {
  const review = world.reviews.get(id);
  if (!review) return null;
  const facts = reviewFacts(world, review, by);
  const may = mayApprove(facts);
  if (!('role' in may)) return null;
  const signed = { ...review, approvals: [...review.approvals, { role: may.role, by, at }] };
  const roles = standingApprovals(signed).map(({ role }) => role);
  world.reviews.set(id, { ...signed, state: stateAfterApproval(facts.required, roles), decidedAt: at });
  world.signOffs.push(signOffOf(world, signed, may.role, by));
  return { signedAs: may.role };
};

function signOffOf(world: World, review: SignableReview, role: 'owner' | 'security', by: Name) {
  const { team = '', term = '' } = world.owner ?? {};
  const expiresAt = world.now + tierPolicyOf(world).signOffDays * DAY;
  const { id: checklistId, version: checklistVersion } = review.checklist;
  const { id, materialDigest, environment } = review;
  const what = { review: id, materialDigest, environment, checklistId, checklistVersion };
  return { ...what, role, by, at: world.now, expiresAt, term, team, revokedAt: null };
}

const revoke: Step<'revoke'> = (world, { at, by, review }) =>
  unless(rights.mayRevokeSignOff(standingOf(world, by), placeOf(world)), () => {
    for (const signOff of world.signOffs) if (signOff.review === review) signOff.revokedAt = at;
  });

const propose: Step<'propose'> = (world, { at, by, exception, target, days }) => {
  const expiresAt = at + days * DAY;
  const fault = endFault(expiresAt, at, tierPolicyOf(world));
  return unless(mayPropose(standingOf(world, by), placeOf(world)) ?? fault, () => {
    const kept = {
      step: 'proposed' as const,
      proposedBy: by,
      expiresAt,
      target,
      grantedAt: null,
      droppedAt: null,
    };
    world.exceptions.set(exception, kept);
  });
};

function decidesException(action: 'approve' | 'revoke') {
  return (world: World, { at, by, exception: id }: { at: number; by: Name; exception: string }): Came => {
    const exception = world.exceptions.get(id);
    if (!exception) return null;
    const facts = { actor: standingOf(world, by), place: placeOf(world), exception, now: at };
    return unless(mayDecideException(action, facts), () => {
      const change =
        action === 'approve'
          ? { step: 'approved' as const, grantedAt: at }
          : { step: 'revoked' as const, droppedAt: at };
      world.exceptions.set(id, { ...exception, ...change });
    });
  };
}

const emergency: Step<'emergency'> = (world, { at, by, emergency: id, environment }) => {
  const team = world.owner?.team ?? null;
  const unreviewed = [...world.emergencies.values()].filter(
    (one) => one.team === team && one.reviewedAt === null,
  );
  return unless(mayOpenEmergency(standingOf(world, by), placeOf(world), unreviewed.length), () => {
    const open = { openedAt: at, expiresAt: emergencyEnd(at), usedAt: null, reviewedAt: null, outcome: null };
    world.emergencies.set(id, { id, environment, openedBy: by, team, ...open });
  });
};

const inspect: Step<'inspect'> = (world, { at, by, emergency: id }) => {
  const one = world.emergencies.get(id);
  if (!one) return null;
  return unless(mayReviewEmergency(standingOf(world, by), placeOf(world), one), () => {
    world.emergencies.set(id, { ...one, reviewedAt: at, outcome: 'justified' });
  });
};

const record: Step<'record'> = (world, { at, environment }) => {
  const { usesEmergency: used } = decide(factsOf(world, environment));
  const one = used === null ? undefined : world.emergencies.get(used);
  if (one) world.emergencies.set(one.id, { ...one, usedAt: at });
  return { used };
};

const STEPS = {
  join: (world, { by, team, person, role }) =>
    unless(rights.mayManageMembers(standingOf(world, by), pathOf(team)), () => {
      if (role) world.members.get(team)?.set(person, role);
      else world.members.get(team)?.delete(person);
    }),
  activate: (world, { by, person, on }) =>
    unless(rights.mayManage(standingOf(world, by), 'people'), () => {
      if (on) world.active.add(person);
      else world.active.delete(person);
    }),
  offer,
  accept,
  decline: (world, { by }) =>
    unless(rights.mayDecline(standingOf(world, by), placeOf(world)), () => {
      world.offered = null;
    }),
  confirm: (world, { at, by }) =>
    unless(rights.mayAttest(standingOf(world, by), placeOf(world)), () => {
      if (world.owner) world.owner = { ...world.owner, confirmedAt: at };
    }),
  classify: (world, { by, high }) =>
    unless(rights.mayEditApi(standingOf(world, by), placeOf(world)), () => {
      world.isHigh = high;
    }),
  retire: (world, { by, on }) =>
    unless(rights.mayEditApi(standingOf(world, by), placeOf(world)), () => {
      world.isRetired = on;
    }),
  freeze: (world, { by, on }) =>
    unless(rights.mayManage(standingOf(world, by), 'environments'), () => {
      world.isFrozen = on;
    }),
  checklist: (world, { by }) =>
    unless(rights.mayManage(standingOf(world, by), 'checklists'), () => {
      world.checklist += 1;
    }),
  upload: (world, { at, by, material }) =>
    unless(rights.mayUpload(standingOf(world, by), placeOf(world)), () => {
      world.revisions.push({ material, by, at });
    }),
  request,
  answer,
  submit: moves('submit'),
  approve,
  'request-changes': moves('request-changes'),
  reject: moves('reject'),
  withdraw: moves('withdraw'),
  revoke,
  propose,
  grant: decidesException('approve'),
  drop: decidesException('revoke'),
  emergency,
  inspect,
  record,
} satisfies { [K in Kind]: Step<K> };
