import { bigint, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import { createdAt, moment } from './columns.ts';

/** Append-only; the database refuses everything but insert and select. */
export const auditEvents = pgTable(
  'audit_events',
  {
    seq: bigint('seq', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    at: moment('at').notNull(),
    actor: text('actor').notNull(),
    actorKind: text('actor_kind', { enum: ['person', 'service', 'operator', 'system'] }).notNull(),
    action: text('action').notNull(),
    /** Public names of all that the event is about: slugs, e-mails and ids. */
    subjects: text('subjects').array().notNull(),
    /** The exact JSON of the exported line but for its leading `seq`. */
    event: text('event').notNull(),
  },
  (t) => [
    index('audit_events_actor').on(t.actor, t.seq),
    index('audit_events_action').on(t.action, t.seq),
    index('audit_events_at').on(t.at, t.seq),
    index('audit_events_subjects').using('gin', t.subjects),
  ],
);

export const signingKeys = pgTable('signing_keys', {
  kid: text('kid').primaryKey(),
  publicJwk: jsonb('public_jwk').$type<Record<string, string>>().notNull(),
  sealedPrivate: text('sealed_private').notNull(),
  createdAt: createdAt(),
  retiredAt: moment('retired_at'),
});

/** The first answer to a key, written in the transaction of its effect. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    actor: text('actor').notNull(),
    key: text('key').notNull(),
    requestHash: text('request_hash').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    headers: jsonb('headers').$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.actor, t.key] }), index('idempotency_keys_created').on(t.createdAt)],
);
