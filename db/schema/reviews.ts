import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { ANSWERS, APPROVAL_ROLES, REVIEW_STATES } from '../../lib/domain/words.ts';
import type { ChecklistItem } from '../../lib/domain/checklist/types.ts';
import { apis } from './apis.ts';
import { createdAt, key, moment, version } from './columns.ts';
import { people } from './people.ts';
import { revisions } from './revisions.ts';
import { teams } from './teams.ts';

/** The version in force is the greatest one. */
export const checklists = pgTable(
  'checklists',
  {
    id: text('id').notNull(),
    version: integer('version').notNull(),
    title: text('title').notNull(),
    items: jsonb('items').$type<ChecklistItem[]>().notNull(),
    createdAt: createdAt(),
    createdBy: text('created_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.id, t.version] })],
);

export const reviews = pgTable(
  'reviews',
  {
    id: key(),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    environment: text('environment').notNull(),
    revisionId: uuid('revision_id')
      .notNull()
      .references(() => revisions.id),
    materialDigest: text('material_digest').notNull(),
    /** Term and team of record when it was opened; a hand-over makes it void. Null while the API had no owner. */
    termId: uuid('term_id'),
    teamId: uuid('team_id').references(() => teams.id),
    checklistId: text('checklist_id').notNull(),
    checklistVersion: integer('checklist_version').notNull(),
    state: text('state', { enum: REVIEW_STATES }).notNull(),
    requestedBy: uuid('requested_by')
      .notNull()
      .references(() => people.id),
    createdAt: createdAt(),
    submittedAt: moment('submitted_at'),
    decidedAt: moment('decided_at'),
    dueAt: moment('due_at'),
    version: version(),
  },
  (t) => [
    index('reviews_api').on(t.apiId, t.environment, t.createdAt),
    index('reviews_state').on(t.state, t.dueAt, t.id),
    index('reviews_requested_by').on(t.requestedBy, t.id),
    index('reviews_waiting')
      .on(t.teamId, t.id)
      .where(sql`${t.state} = 'open'`),
  ],
);

export const reviewItems = pgTable(
  'review_items',
  {
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id),
    key: text('key').notNull(),
    position: integer('position').notNull(),
    /** As asked: the checklist of the review's version has the rest. */
    question: text('question').notNull(),
    answer: text('answer', { enum: ANSWERS }),
    evidence: text('evidence'),
    prefilled: boolean('prefilled').notNull().default(false),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: moment('answered_at'),
  },
  (t) => [primaryKey({ columns: [t.reviewId, t.key] })],
);

export const reviewComments = pgTable(
  'review_comments',
  {
    id: key(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id),
    authorId: uuid('author_id')
      .notNull()
      .references(() => people.id),
    /** What the comment came with: `comment`, or the step that was taken. */
    step: text('step').notNull(),
    text: text('text').notNull(),
    createdAt: createdAt(),
  },
  (t) => [index('review_comments_review').on(t.reviewId, t.id)],
);

/** An approval of a review is a sign-off; whether it still counts is computed, never stored. */
export const signOffs = pgTable(
  'sign_offs',
  {
    id: key(),
    reviewId: uuid('review_id')
      .notNull()
      .references(() => reviews.id),
    apiId: uuid('api_id')
      .notNull()
      .references(() => apis.id),
    environment: text('environment').notNull(),
    materialDigest: text('material_digest').notNull(),
    role: text('role', { enum: APPROVAL_ROLES }).notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    checklistId: text('checklist_id').notNull(),
    checklistVersion: integer('checklist_version').notNull(),
    answersHash: text('answers_hash').notNull(),
    termId: uuid('term_id').notNull(),
    teamId: uuid('team_id')
      .notNull()
      .references(() => teams.id),
    at: moment('at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    revokedAt: moment('revoked_at'),
    revokedBy: text('revoked_by'),
    revokedReason: text('revoked_reason'),
  },
  (t) => [
    // One standing sign-off a role and a person; what was revoked may be given anew after a new submission.
    uniqueIndex('sign_offs_role')
      .on(t.reviewId, t.role)
      .where(sql`${t.revokedAt} is null`),
    uniqueIndex('sign_offs_person')
      .on(t.reviewId, t.personId)
      .where(sql`${t.revokedAt} is null`),
    index('sign_offs_api').on(t.apiId, t.environment, t.at),
    index('sign_offs_expiry').on(t.expiresAt),
  ],
);
