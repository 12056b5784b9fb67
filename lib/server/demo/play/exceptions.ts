import { newId } from '#db/new-id.ts';
import { emergencyEnd, mayOpenEmergency, mayReviewEmergency } from '#lib/domain/emergencies/rules.ts';
import { endFault, mayDecideException, mayPropose } from '#lib/domain/exceptions/rules.ts';
import { coverFindings, coverItems } from '#lib/domain/gate/coverage.ts';
import { questionOf } from '#lib/domain/gate/question.ts';
import { DAY } from '#lib/domain/policy/periods.ts';
import { actorIn, insist, placeIn, record } from '../actors.ts';
import { factsIn, reviewFacts } from '../gate-facts.ts';
import type { Play } from './play.ts';
import { apiIn } from '../world.ts';
import type { EmergencyRow, ExceptionRow, World, WorldApi } from '../world.ts';

type Target = Pick<ExceptionRow, 'findingId' | 'itemKey'>;

/** What blocks at that moment and no exception covers yet. */
function uncovered(
  world: World,
  api: WorldApi,
  environment: string,
  kind: 'blocking findings' | 'unmet items',
  now: Date,
): Target[] {
  const question = questionOf(factsIn(world, api, environment, now));
  if (!question) return [];
  if (kind === 'blocking findings') {
    return coverFindings(question).uncovered.map(({ id }) => ({ findingId: id, itemKey: null }));
  }
  const review = api.reviews.findLast((candidate) => candidate.row.environment === environment);
  if (!review) return [];
  return coverItems(reviewFacts(world, api, review), question).uncovered.map(({ key }) => ({
    findingId: null,
    itemKey: key,
  }));
}

const idsOf = (world: World, ref: string): string[] => world.refs.get(ref)?.split(' ').filter(Boolean) ?? [];

export const proposeException: Play<'exception.proposed'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  insist(mayPropose(actor.standing, placeIn(world, api)), `propose an exception for ${event.api}`);
  const expiresAt = new Date(now.getTime() + event.days * DAY);
  const fault = endFault(expiresAt.getTime(), now.getTime(), world.policy.tiers[api.row.tier]);
  if (fault) throw new Error(fault);
  const rows = uncovered(world, api, event.environment, event.target, now).map((target): ExceptionRow => ({
    ...target,
    id: newId(now.getTime()),
    apiId: api.row.id,
    reason: event.text,
    proposedBy: event.actor,
    proposedAt: now,
    expiresAt,
    step: 'proposed',
    decidedBy: null,
    decidedAt: null,
    comment: null,
    acceptedSeverity: null,
    version: 1,
  }));
  api.exceptions.push(...rows);
  world.refs.set(event.exception, rows.map((row) => row.id).join(' '));
  for (const { id, findingId, itemKey } of rows) {
    record(world, actor, now, {
      action: 'exception.proposed',
      subjects: [event.api, id, findingId ?? itemKey ?? ''],
      data: { reason: event.text, expiresAt: expiresAt.toISOString() },
    });
  }
};

export const approveException: Play<'exception.approved'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const ids = new Set(idsOf(world, event.exception));
  for (const api of world.apis.values()) {
    for (const exception of api.exceptions.filter((candidate) => ids.has(candidate.id))) {
      const stored = { ...exception, expiresAt: exception.expiresAt.getTime() };
      const place = placeIn(world, api);
      insist(
        mayDecideException('approve', {
          actor: actor.standing,
          place,
          exception: stored,
          now: now.getTime(),
        }),
        `approve ${event.exception}`,
      );
      const accepted = [...api.findings.values()].find(({ id }) => id === exception.findingId);
      const decided = {
        step: 'approved',
        decidedBy: event.actor,
        decidedAt: now,
        comment: event.text,
        acceptedSeverity: accepted?.severity ?? null,
      };
      Object.assign(exception, decided, { version: exception.version + 1 });
      record(world, actor, now, {
        action: 'exception.approved',
        subjects: [api.row.slug, exception.id],
        data: { comment: event.text },
      });
    }
  }
};

export const openEmergency: Play<'emergency.opened'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const ofTeam = [...world.apis.values()].flatMap((other) =>
    other.emergencies.filter((one) => one.teamId === api.row.ownerTeamId),
  );
  const unreviewed = ofTeam.filter((one) => one.reviewedAt === null).length;
  insist(mayOpenEmergency(actor.standing, placeIn(world, api), unreviewed), `open ${event.emergency}`);
  const row: EmergencyRow = {
    id: newId(now.getTime()),
    apiId: api.row.id,
    teamId: api.row.ownerTeamId,
    environment: event.environment,
    reason: event.text,
    incidentUrl: `https://incidents.tidewright.example/${event.incident}`,
    openedBy: event.actor,
    openedAt: now,
    expiresAt: new Date(emergencyEnd(now.getTime())),
    usedAt: null,
    usedDecisionId: null,
    reviewedBy: null,
    reviewedAt: null,
    outcome: null,
    comment: null,
    version: 1,
  };
  api.emergencies.push(row);
  world.refs.set(event.emergency, row.id);
  record(world, actor, now, {
    action: 'emergency.opened',
    subjects: [event.api, row.id, event.environment],
    data: { reason: row.reason, incidentUrl: row.incidentUrl, expiresAt: row.expiresAt.toISOString() },
  });
};

export const reviewEmergency: Play<'emergency.reviewed'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const [id] = idsOf(world, event.emergency);
  for (const api of world.apis.values()) {
    const emergency = api.emergencies.find((candidate) => candidate.id === id);
    if (!emergency) continue;
    const facts = { openedBy: emergency.openedBy, reviewedAt: emergency.reviewedAt?.getTime() ?? null };
    insist(mayReviewEmergency(actor.standing, placeIn(world, api), facts), `review ${event.emergency}`);
    const review = { reviewedBy: event.actor, reviewedAt: now, outcome: 'justified', comment: event.text };
    Object.assign(emergency, review, { version: emergency.version + 1 });
    record(world, actor, now, {
      action: 'emergency.reviewed',
      subjects: [api.row.slug, emergency.id],
      data: { outcome: 'justified', comment: event.text },
    });
  }
};
