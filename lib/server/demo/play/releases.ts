import { createHash } from 'node:crypto';
import { newId } from '#db/new-id.ts';
import type { Artifact } from '#lib/domain/gate/dto.ts';
import { decide } from '#lib/domain/gate/decide.ts';
import type { Decision } from '#lib/domain/gate/facts.ts';
import { MINUTE } from '#lib/domain/policy/periods.ts';
import type { Actor } from '../../context.ts';
import { attestDecision } from '../../gate/attest-decision.ts';
import { actorIn, record } from '../actors.ts';
import { factsIn } from '../gate-facts.ts';
import type { Play } from './play.ts';
import { apiIn } from '../world.ts';
import type { World, WorldApi } from '../world.ts';

const ROLLOUT = 6 * MINUTE;

const hexOf = (text: string) => createHash('sha256').update(text).digest('hex');

function buildOf(
  api: WorldApi,
  now: Date,
): { artifact: Artifact; source: { kind: string; url: string; sha: string } } {
  const sha = hexOf(`${api.row.slug} ${api.row.revisionCount}`).slice(0, 40);
  const { entry } = api;
  return {
    artifact: {
      name: `registry.tidewright.example/${entry.application}/${entry.slug}`,
      digest: `sha256:${hexOf(`image ${entry.slug} ${now.toISOString()}`)}`,
    },
    source: { kind: 'pipeline', url: `${api.row.repository}/pipelines/${now.getTime() % 100_000}`, sha },
  };
}

/** Asks the gate and keeps the answer, as the doors of the product do. */
function recordDecision(
  world: World,
  api: WorldApi,
  environment: string,
  actor: Actor,
  now: Date,
): { id: string; decision: Decision } {
  const facts = { ...factsIn(world, api, environment, now), apiId: api.row.id };
  const decision = decide(facts);
  const id = newId(now.getTime());
  const { artifact, source } = buildOf(api, now);
  const ctx = { actor, now, baseUrl: world.baseUrl };
  const attestation =
    decision.outcome === 'allowed'
      ? attestDecision(ctx, world.signingKey, { judgement: { facts, decision }, decisionId: id, artifact })
      : null;
  const used = api.emergencies.find((emergency) => emergency.id === decision.usesEmergency);
  if (used) {
    Object.assign(used, { usedAt: now, usedDecisionId: id });
    record(world, actor, now, {
      action: 'emergency.used',
      subjects: [used.id, api.row.slug, environment, id],
    });
  }
  world.decisions.push({
    id,
    apiId: api.row.id,
    apiSlug: api.row.slug,
    environment,
    revisionId: facts.revision?.id ?? null,
    digest: facts.revision?.digest ?? null,
    materialDigest: facts.revision?.materialDigest ?? null,
    outcome: decision.outcome,
    enforced: decision.enforced,
    allowed: decision.allowed,
    reasons: decision.reasons,
    evaluatedAt: now,
    expiresAt: decision.expiresAt === null ? null : new Date(decision.expiresAt),
    artifact,
    source,
    actor: actor.standing.name,
    emergencyId: decision.usesEmergency,
    attestation,
  });
  record(world, actor, now, {
    action: 'gate.decided',
    subjects: [api.row.slug, environment, id],
    data: {
      outcome: decision.outcome,
      allowed: decision.allowed,
      reasons: decision.reasons.map((reason) => reason.code),
      revision: facts.revision?.id ?? null,
    },
  });
  return { id, decision };
}

function deploy(
  world: World,
  api: WorldApi,
  environment: string,
  actor: Actor,
  at: Date,
  decisionId: string | null,
): void {
  const revisionId = api.revisions.at(-1)?.row.id ?? null;
  const id = newId(at.getTime());
  const gated = decisionId !== null;
  const source = { cluster: `${environment}-1`, namespace: api.entry.application };
  api.deployments.push({
    id,
    apiId: api.row.id,
    environment,
    revisionId,
    decisionId,
    gated,
    at,
    reportedAt: at,
    source,
    actor: actor.standing.name,
  });
  if (environment === 'production' && revisionId) api.row.productionRevisionId = revisionId;
  record(world, actor, at, {
    action: 'deployment.reported',
    subjects: [api.row.slug, environment, id, ...(decisionId ? [decisionId] : [])],
    data: { revision: revisionId, gated, at: at.toISOString() },
  });
}

export const tryRelease: Play<'release.tried'> = (world, event, now) => {
  const actor = actorIn(world, event.actor);
  const api = apiIn(world, event.api);
  const { environment } = event;
  const { id: decisionId, decision } = recordDecision(world, api, environment, actor, now);
  if (!decision.allowed) return;
  const id = newId(now.getTime());
  const revisionId = api.revisions.at(-1)?.row.id ?? null;
  const promotion = { id, apiId: api.row.id, environment, revisionId, decisionId, deploy: null };
  world.promotions.push({ ...promotion, at: now, actor: event.actor });
  record(world, actor, now, {
    action: 'api.promoted',
    subjects: [event.api, environment, id, decisionId],
    data: { revision: revisionId, deploy: null },
  });
  deploy(world, api, environment, actor, new Date(now.getTime() + ROLLOUT), decisionId);
};

export const observeDeployment: Play<'deployment.observed'> = (world, event, now) =>
  deploy(world, apiIn(world, event.api), event.environment, actorIn(world, event.actor), now, null);
