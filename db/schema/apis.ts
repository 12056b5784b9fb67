import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  API_KINDS,
  CRITICALITIES,
  DATA_CLASSES,
  EXPOSURES,
  LIFECYCLES,
  OUTCOMES,
  OWNERSHIP_STATES,
  RISK_LEVELS,
  SIGN_OFF_STATES,
  TIERS,
} from '../../lib/domain/words.ts';
import type { ApiHost, Protections } from '../../lib/domain/apis/dto.ts';
import type { Contribution } from '../../lib/domain/risk/contribution.ts';
import { createdAt, key, moment, version } from './columns.ts';
import { people } from './people.ts';
import { teams } from './teams.ts';

export const applications = pgTable(
  'applications',
  {
    id: key(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    teamId: uuid('team_id').references(() => teams.id),
    createdAt: createdAt(),
    version: version(),
  },
  (t) => [
    uniqueIndex('applications_slug').on(t.slug),
    index('applications_team').on(t.teamId),
    index('applications_name').on(sql`lower(${t.name})`, t.id),
  ],
);

export const apis = pgTable(
  'apis',
  {
    id: key(),
    slug: text('slug').notNull(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    kind: text('kind', { enum: API_KINDS }).notNull(),
    exposure: text('exposure', { enum: EXPOSURES }).notNull(),
    dataClass: text('data_class', { enum: DATA_CLASSES }).notNull(),
    criticality: text('criticality', { enum: CRITICALITIES }).notNull(),
    /** Follows from the three columns above; kept so that lists can filter by it. */
    tier: text('tier', { enum: TIERS }).notNull(),
    lifecycle: text('lifecycle', { enum: LIFECYCLES }).notNull(),
    applicationId: uuid('application_id').references(() => applications.id),
    hosts: jsonb('hosts').$type<ApiHost[]>().notNull().default([]),
    tags: text('tags').array().notNull().default([]),
    repository: text('repository'),
    protections: jsonb('protections').$type<Protections>().notNull().default({}),
    registeredBy: uuid('registered_by').references(() => people.id),
    /** Team of record, its term and since when; all null while nobody has accepted. */
    ownerTeamId: uuid('owner_team_id').references(() => teams.id),
    ownerTermId: uuid('owner_term_id'),
    ownerSince: moment('owner_since'),
    /** Last acceptance or attestation. */
    ownerConfirmedAt: moment('owner_confirmed_at'),
    /** An offer that waits; beside an owner it is a hand-over. */
    offeredTeamId: uuid('offered_team_id').references(() => teams.id),
    offeredBy: uuid('offered_by').references(() => people.id),
    offeredAt: moment('offered_at'),
    latestRevisionId: uuid('latest_revision_id'),
    /** Since when that is the newest: it may be an older one that was brought back. */
    latestRevisionAt: moment('latest_revision_at'),
    productionRevisionId: uuid('production_revision_id'),
    revisionCount: integer('revision_count').notNull().default(0),
    /** The last computed risk, for lists; the page computes it afresh. */
    riskScore: integer('risk_score').notNull().default(0),
    riskLevel: text('risk_level', { enum: RISK_LEVELS }).notNull().default('low'),
    /** Open critical and high findings, as last counted. */
    severeFindings: integer('severe_findings').notNull().default(0),
    /** What production's gate last said, for lists that ask for no other environment. */
    gate: text('gate', { enum: OUTCOMES }).notNull().default('prevented'),
    /** Production's sign-off; of an API never signed there that of the last enforcing environment it was signed for. */
    signOff: text('sign_off', { enum: SIGN_OFF_STATES }).notNull().default('missing'),
    signOffValidUntil: moment('sign_off_valid_until'),
    signOffEnvironment: text('sign_off_environment'),
    createdAt: createdAt(),
    updatedAt: moment('updated_at').notNull().defaultNow(),
    version: version(),
  },
  (t) => [
    uniqueIndex('apis_slug').on(t.slug),
    index('apis_name').on(sql`lower(${t.name})`, t.id),
    index('apis_owner').on(t.ownerTeamId, t.id),
    index('apis_offered')
      .on(t.offeredTeamId)
      .where(sql`${t.offeredTeamId} is not null`),
    index('apis_application').on(t.applicationId, t.id),
    index('apis_risk').on(t.riskScore, t.id),
    index('apis_tier_rank').on(
      sql`array_position(ARRAY['low', 'medium', 'high', 'critical'], ${t.tier})`,
      t.id,
    ),
    index('apis_sign_off_ends').on(sql`coalesce(${t.signOffValidUntil}, 'infinity')`, t.id),
    index('apis_created').on(t.createdAt, t.id),
    index('apis_updated').on(t.updatedAt, t.id),
    index('apis_repository')
      .on(t.repository)
      .where(sql`${t.repository} is not null`),
    index('apis_search').using(
      'gin',
      sql`to_tsvector('simple', translate(${t.name} || ' ' || ${t.slug} || ' ' || ${t.description}, '-_./:@+&?#=%~', '             '))`,
    ),
  ],
);

/** Every accepted ownership, for proof and for questions as of a date. */
export const ownershipTerms = pgTable(
  'ownership_terms',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    acceptedBy: text('accepted_by').notNull(),
    startedAt: moment('started_at').notNull(),
    endedAt: moment('ended_at'),
  },
  (t) => [index('ownership_terms_api').on(t.apiId, t.startedAt), index('ownership_terms_team').on(t.teamId)],
);

/** One row whenever what is said of an API changed, so that any past date can be shown. Posture is production's. */
export const riskHistory = pgTable(
  'risk_history',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    at: moment('at').notNull(),
    score: integer('score').notNull(),
    level: text('level', { enum: RISK_LEVELS }).notNull(),
    contributions: jsonb('contributions').$type<Contribution[]>().notNull(),
    tier: text('tier', { enum: TIERS }).notNull(),
    lifecycle: text('lifecycle', { enum: LIFECYCLES }).notNull(),
    ownership: text('ownership', { enum: OWNERSHIP_STATES }).notNull(),
    ownerTeamId: uuid('owner_team_id'),
    /** That an offer waited for while nobody owned it. */
    offeredTeamId: uuid('offered_team_id'),
    outcome: text('outcome', { enum: OUTCOMES }).notNull(),
    signOff: text('sign_off', { enum: SIGN_OFF_STATES }).notNull(),
    /** Open critical and high findings. */
    severeFindings: integer('severe_findings').notNull(),
  },
  (t) => [
    // With what a past date is counted by included, which this notation cannot say: see the migration.
    index('risk_history_api').on(t.apiId, t.at, t.id),
    index('risk_history_team').on(sql`coalesce(${t.ownerTeamId}, ${t.offeredTeamId})`, t.apiId),
    index('risk_history_at').on(t.at),
  ],
);
