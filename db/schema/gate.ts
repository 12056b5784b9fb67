import { boolean, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import {
  EMERGENCY_OUTCOMES,
  GATE_MODES,
  OUTCOMES,
  SEVERITIES,
  SIGN_OFF_STATES,
} from '../../lib/domain/words.ts';
import type { GatePolicy, Reason } from '../../lib/domain/gate/facts.ts';
import type { Artifact, DecisionSource } from '../../lib/domain/gate/dto.ts';
import type { DsseEnvelope } from '../../lib/domain/gate/dto.ts';
import { REASON_CODES } from '../../lib/domain/gate/reason-codes.ts';
import { apis } from './apis.ts';
import { createdAt, key, moment, version } from './columns.ts';
import { findings, revisions } from './revisions.ts';
import { teams } from './teams.ts';

export const environments = pgTable('environments', {
  slug: text('slug').primaryKey(),
  name: text('name').notNull(),
  order: integer('order').notNull(),
  gate: text('gate', { enum: GATE_MODES }).notNull(),
  frozen: boolean('frozen').notNull().default(false),
  createdAt: createdAt(),
  version: version(),
});

/** The version in force is the greatest one. */
export const policies = pgTable(
  'policies',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    document: jsonb('document').$type<Omit<GatePolicy, 'version'>>().notNull(),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.key, t.version] })],
);

export const decisions = pgTable(
  'decisions',
  {
    id: key(),
    /** Null when the question named an API that does not exist. */
    apiId: uuid('api_id').references(() => apis.id),
    apiSlug: text('api_slug').notNull(),
    environment: text('environment').notNull(),
    revisionId: uuid('revision_id').references(() => revisions.id),
    digest: text('digest'),
    materialDigest: text('material_digest'),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    enforced: boolean('enforced').notNull(),
    allowed: boolean('allowed').notNull(),
    reasons: jsonb('reasons').$type<Reason[]>().notNull(),
    evaluatedAt: moment('evaluated_at').notNull(),
    expiresAt: moment('expires_at'),
    artifact: jsonb('artifact').$type<Artifact>(),
    source: jsonb('source').$type<DecisionSource>(),
    actor: text('actor').notNull(),
    emergencyId: uuid('emergency_id'),
    attestation: jsonb('attestation').$type<DsseEnvelope>(),
  },
  (t) => [
    index('decisions_api').on(t.apiId, t.evaluatedAt),
    index('decisions_environment').on(t.environment, t.evaluatedAt),
  ],
);

export const promotions = pgTable(
  'promotions',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    environment: text('environment').notNull(),
    revisionId: uuid('revision_id').references(() => revisions.id),
    decisionId: uuid('decision_id')
      .notNull()
      .references(() => decisions.id),
    deploy: jsonb('deploy').$type<Record<string, unknown>>(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
  },
  (t) => [
    index('promotions_api').on(t.apiId, t.environment, t.at),
    index('promotions_decision').on(t.decisionId),
  ],
);

export const deployments = pgTable(
  'deployments',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    environment: text('environment').notNull(),
    revisionId: uuid('revision_id').references(() => revisions.id),
    decisionId: uuid('decision_id').references(() => decisions.id),
    /** True when an allowed decision for this API and environment stood behind it. */
    gated: boolean('gated').notNull(),
    at: moment('at').notNull(),
    reportedAt: moment('reported_at').notNull(),
    source: jsonb('source').$type<Record<string, unknown>>(),
    actor: text('actor').notNull(),
  },
  (t) => [index('deployments_api').on(t.apiId, t.environment, t.at), index('deployments_at').on(t.at, t.id)],
);

export const exceptions = pgTable(
  'exceptions',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    findingId: uuid('finding_id').references(() => findings.id),
    itemKey: text('item_key'),
    reason: text('reason').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: moment('proposed_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    /** The human steps; `active` and `expired` follow from `approved` and the clock. */
    step: text('step', { enum: ['proposed', 'approved', 'rejected', 'revoked'] }).notNull(),
    decidedBy: text('decided_by'),
    decidedAt: moment('decided_at'),
    comment: text('comment'),
    /** How severe the finding was when security accepted it. */
    acceptedSeverity: text('accepted_severity', { enum: SEVERITIES }),
    version: version(),
  },
  (t) => [index('exceptions_api').on(t.apiId), index('exceptions_step').on(t.step, t.expiresAt, t.id)],
);

export const emergencies = pgTable(
  'emergencies',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    teamId: uuid('team_id').references(() => teams.id),
    environment: text('environment').notNull(),
    reason: text('reason').notNull(),
    incidentUrl: text('incident_url').notNull(),
    openedBy: text('opened_by').notNull(),
    openedAt: moment('opened_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    usedAt: moment('used_at'),
    usedDecisionId: uuid('used_decision_id'),
    reviewedBy: text('reviewed_by'),
    reviewedAt: moment('reviewed_at'),
    outcome: text('outcome', { enum: EMERGENCY_OUTCOMES }),
    comment: text('comment'),
    version: version(),
  },
  (t) => [
    index('emergencies_api').on(t.apiId, t.environment),
    index('emergencies_team')
      .on(t.teamId)
      .where(sql`${t.reviewedAt} is null`),
    index('emergencies_opened').on(t.openedAt, t.id),
  ],
);

/**
 * What `decide` said last for an API and an environment: a read model for lists and figures. It is rewritten in the
 * transaction of every change that may alter it and when `refresh_at` has passed; the gate itself never reads it.
 */
export const posture = pgTable(
  'posture',
  {
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    environment: text('environment').notNull(),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    allowed: boolean('allowed').notNull(),
    reasonCodes: text('reason_codes', { enum: REASON_CODES }).array().notNull(),
    signOff: text('sign_off', { enum: SIGN_OFF_STATES }).notNull(),
    signOffValidUntil: moment('sign_off_valid_until'),
    refreshAt: moment('refresh_at'),
    computedAt: moment('computed_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.apiId, t.environment] }),
    index('posture_outcome').on(t.environment, t.outcome, t.apiId),
    index('posture_sign_off').on(t.environment, t.signOff, t.apiId),
    index('posture_refresh')
      .on(t.refreshAt)
      .where(sql`${t.refreshAt} is not null`),
  ],
);
